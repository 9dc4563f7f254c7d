# Writes the source that names the commit a build is made of: cmake -DSOURCE=… -DTO=… [-DCOMMIT=…] -P commit.cmake.
# Run at every build; the file changes with the commit alone.
if(NOT COMMIT AND EXISTS ${SOURCE}/.git)
  find_package(Git QUIET)
  if(GIT_FOUND)
    execute_process(COMMAND ${GIT_EXECUTABLE} -C ${SOURCE} describe --always --dirty --exclude * --abbrev=12
      OUTPUT_VARIABLE COMMIT OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  endif()
endif()
if(NOT COMMIT)
  set(COMMIT unknown)
endif()
file(CONFIGURE OUTPUT ${TO} CONTENT "#include \"run/commit.hpp\"

const std::string_view cxm::commit = \"${COMMIT}\";
")
