# Writes what the program tells of itself for an installation: manual pages and completions.
#   cmake -DPROGRAM=… -DTO=… -P write_manual.cmake
file(MAKE_DIRECTORY ${TO}/man1 ${TO}/completions)

function(write file)
  execute_process(COMMAND ${PROGRAM} ${ARGN} OUTPUT_FILE ${TO}/${file} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

write(man1/cxm.1 export manual)
execute_process(COMMAND ${PROGRAM} export cli OUTPUT_VARIABLE cli COMMAND_ERROR_IS_FATAL ANY)
string(JSON count LENGTH ${cli} commands)
math(EXPR last "${count} - 1")
foreach(i RANGE ${last})
  string(JSON name GET ${cli} commands ${i} name)
  string(REGEX REPLACE "^cxm ([a-z]+).*" "\\1" command ${name})
  write(man1/cxm-${command}.1 export manual ${command})
endforeach()
write(completions/cxm completion bash)
write(completions/_cxm completion zsh)
write(completions/cxm.fish completion fish)
write(completions/cxm.ps1 completion powershell)
