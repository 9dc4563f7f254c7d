#include "run/command.hpp"
#include "run/flags/output_flags.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

// The scripts know nothing of commands and flags: they ask the program, so that no list of theirs can be out of date.

constexpr const char* bash_script = R"end(# Completion of cxm for bash 4 and newer.
_cxm() {
    local words=() word last current
    for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
        word=${word//[\"\'\\]/}
        # Readline takes --format=json for three words.
        if [[ ${#words[@]} -gt 0 && ($word == [=:]* || $last == [=:]*) ]]; then
            words[${#words[@]} - 1]+=$word
        else
            words+=("${word/#~\//$HOME/}")
        fi
        last=$word
    done
    current=${words[${#words[@]} - 1]}
    unset "words[${#words[@]} - 1]"
    last=${last#[=:]}
    while IFS=$'\t' read -r word _; do
        if [[ $word == :files ]]; then
            compopt -o bashdefault -o default
        elif [[ $word == "$current"* ]]; then
            printf -v word %q "${word#"${current%"$last"}"}"
            COMPREPLY+=("$word")
        fi
    done < <(command cxm "${words[@]}" --complete="$current" 2>/dev/null)
}
complete -F _cxm cxm
)end";

constexpr const char* zsh_script = R"end(#compdef cxm
# Completion of cxm for zsh.
_cxm() {
    local -a before found
    before=("${(@Q)words[2,CURRENT-1]}")
    found=(${(f)"$(command cxm "${(@)before/#\~\//$HOME/}" --complete="${(Q)PREFIX}" 2>/dev/null)"})
    if [[ $found[1] == :files ]]; then
        [[ $PREFIX != --*=* ]] || compset -P '*='
        _files
    else
        found=("${(@)found//:/\\:}")
        found=("${(@)found/$'\t'/:}")
        _describe -V cxm found
    fi
}
# Grouped by meaning they would be sorted, and the measures of a metric not come first.
zstyle ':completion:*:cxm:*' list-grouped no
# Where it lies in fpath, this file is the function.
if [[ $funcstack[1] == _cxm ]]; then _cxm "$@"; else compdef _cxm cxm; fi
)end";

constexpr const char* fish_script = R"end(# Completion of cxm for fish.
function __cxm_candidates
    set -l words (commandline -opc | string replace -r '^~/' "$HOME/")
    set -l current (commandline -ct)
    set -e words[1]
    set -l found (command cxm $words "--complete=$current" 2>/dev/null)
    if test "$found" = :files
        set -l flag (string match -r -- '^--[^=]*=' $current)
        for file in (__fish_complete_path (string replace -r -- '^--[^=]*=' '' $current))
            echo "$flag$file"
        end
    else
        printf '%s\n' $found
    end
end
complete -c cxm -f -k -a '(__cxm_candidates)'
)end";

constexpr const char* powershell_script = R"end(# Completion of cxm for PowerShell 5 and newer.
Register-ArgumentCompleter -Native -CommandName cxm -ScriptBlock {
    param($current, $line, $cursor)
    $words = @($line.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object { "$_".Trim('"', "'") })
    $found = @(& cxm @words "--complete=$current" 2>$null)
    if ($found[0] -eq ':files') { return }
    foreach ($candidate in $found) {
        $word, $meaning = $candidate -split "`t", 2
        if ($word.StartsWith($current)) {
            if (-not $meaning) { $meaning = $word }
            $text = if ($word -match '[\s;,$]') { "'" + $word.Replace("'", "''") + "'" } else { $word }
            [System.Management.Automation.CompletionResult]::new($text, $word, 'ParameterValue', $meaning)
        }
    }
}
)end";

constexpr word_for<const char*> scripts[] = {
    {"bash", bash_script}, {"zsh", zsh_script}, {"fish", fish_script}, {"powershell", powershell_script}};

}  // namespace

int run_completion(const arguments& given, const streams& io) {
    output_flags output;
    std::vector<std::string> shell;
    const choices shells = words_in(scripts);
    command_line line = line_for("completion");
    line.operands_name = "SHELL";
    line.operands_help = either(shells);
    line.operands = &shell;
    line.operand_words = shells;
    line.flags = {file_flag(output)};
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    if (shell.size() != 1) {
        throw bad_usage("cxm completion takes one of " + listed(shells));
    }
    const char* const script = value_of("cxm completion", shell[0], scripts);
    put(io, settled_file(output, line, io), script);
    return 0;
}

}  // namespace cxm
