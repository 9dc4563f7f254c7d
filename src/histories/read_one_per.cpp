#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "histories/each_part.hpp"
#include "histories/one_per_rows.hpp"
#include "rows/place.hpp"
#include "text/packed_texts.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// One reading of files, and then of the rows that count.
class keyed_reading {
public:
    keyed_reading(const key_program& program, const std::vector<file_sink*>& sinks, const row_options& options)
        : program_(program),
          budget_(options.max_memory, options.memory_parts, "what is kept of rows with a key",
                  "--where leaves rows out, a database sorts more than memory holds, or allow more") {
        for (file_sink* const each : sinks) {
            keepers_.push_back(std::make_unique<one_per_rows>(program, *each, budget_));
        }
    }

    void read(const std::vector<std::string>& files, const row_options& options, read_findings& into) {
        const auto told = std::exchange(into.ended, [this](const std::string&) {
            for (const auto& each : keepers_) {
                each->next_file();
            }
        });
        std::vector<file_sink*> sinks;
        for (const auto& each : keepers_) {
            sinks.push_back(each.get());
        }
        read_rows(files, program_, sinks, options, into);
        into.ended = nullptr;
        require_one_clock();
        for_each_part(1, [&](std::size_t part, unsigned) {
            for (std::size_t i = 1; i < keepers_.size(); ++i) {
                keepers_[0]->absorb(*keepers_[i], part);
            }
        });
        refuse_differing();
        hand_on(files, into);
        for (const std::string& file : files) {
            if (told) {
                told(file);
            }
        }
        tell(into);
    }

private:
    const key_program& program_;
    memory_budget budget_;
    std::vector<std::unique_ptr<one_per_rows>> keepers_;

    std::string spelled_key() const {
        return quote_of(spell(one_per_key{program_.asked.columns, program_.asked.every}));
    }

    void require_one_clock() const {
        bool saw_zones = false;
        bool saw_none = false;
        for (const auto& each : keepers_) {
            saw_zones |= each->times().saw_zones();
            saw_none |= each->times().saw_none();
        }
        if (saw_zones && saw_none) {
            throw bad_input("", quote_of(program_.columns[program_.time]) +
                                    " has times with a zone and times without one: nobody knows which come first");
        }
    }

    void refuse_differing() const {
        if (program_.asked.counts != counted_row::same) {
            return;
        }
        const kept_row* first = nullptr;
        for (const keyed_part& part : keepers_[0]->parts) {
            for (const kept_row& row : part.rows) {
                first = row.differs && (first == nullptr || row.cells < first->cells) ? &row : first;
            }
        }
        if (first == nullptr) {
            return;
        }
        const std::vector<std::string> least = unpacked(first->cells);
        const std::vector<std::string> most = unpacked(first->most);
        const auto at =
            static_cast<std::size_t>(std::mismatch(least.begin(), least.end(), most.begin()).first - least.begin());
        throw bad_input("",
                        fmt::format("rows with {} differ: {} is {} and {}; --one-per with :first or :last takes one "
                                    "of them",
                                    keepers_[0]->key_of(first->cells), shown(program_.columns[at]), quote_of(least[at]),
                                    quote_of(most[at])));
    }

    void hand_on(const std::vector<std::string>& files, read_findings& into) {
        std::vector<std::vector<number_reader>> readers(keepers_.size());
        for (std::vector<number_reader>& of_worker : readers) {
            for (std::size_t file = 0; file < files.size(); ++file) {
                std::optional<number_reader> began;
                for (const auto& each : keepers_) {
                    began = !began && file < each->readers.size() ? each->readers[file] : began;
                }
                of_worker.push_back(began.value_or(number_reader()));
            }
        }
        const auto workers = static_cast<unsigned>(keepers_.size());
        for_each_part(workers, [&](std::size_t part, unsigned worker) {
            keepers_[0]->hand_on(part, keepers_[worker]->into(), readers[worker]);
        });
        for (std::size_t file = 0; file < files.size(); ++file) {
            std::vector<const number_reader*> of_file;
            for (const std::vector<number_reader>& of_worker : readers) {
                of_file.push_back(&of_worker[file]);
            }
            check_numbers(files[file], of_file, into);
        }
    }

    void tell(read_findings& into) const {
        std::uint64_t passed = 0;
        std::uint64_t differing = 0;
        std::uint64_t without = 0;
        for (const keyed_part& part : keepers_[0]->parts) {
            for (const kept_row& row : part.rows) {
                passed += row.rows - 1;
                differing += row.differs ? 1 : 0;
            }
        }
        for (const auto& each : keepers_) {
            without += each->without_key;
        }
        std::string text = passed == 0
                               ? "no row repeats " + spelled_key()
                               : fmt::format("{} row{} repeat{} {} and {} passed over", passed, passed == 1 ? "" : "s",
                                             passed == 1 ? "s" : "", spelled_key(), passed == 1 ? "is" : "are");
        if (differing != 0) {
            text +=
                fmt::format("; of {} key{} the rows differ, and the {} counts", differing, differing == 1 ? "" : "s",
                            program_.asked.counts == counted_row::last ? "last"
                            : program_.time == wanted_cells::none      ? "one that stands first"
                                                                       : "first");
        }
        into.notes.push_back(std::move(text));
        if (without != 0) {
            into.warnings.push_back(
                fmt::format("{} row{} without {}: each counts", without, without == 1 ? "" : "s", spelled_key()));
        }
    }
};

}  // namespace

void read_one_per(const plan& how, const std::vector<std::string>& files, const wanted_cells& wanted,
                  const std::vector<file_sink*>& sinks, const row_options& options, read_findings& into) {
    const key_program program = compile_keys(how, wanted);
    require_columns_of_blanks(program);
    keyed_reading(program, sinks, options).read(files, options, into);
}

}  // namespace cxm
