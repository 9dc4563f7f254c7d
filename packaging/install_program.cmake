# Installs the program's manual and completions, which it writes itself; a program for another machine cannot.
if(CMAKE_CROSSCOMPILING)
  return()
endif()
set(told ${PROJECT_BINARY_DIR}/told)
install(CODE "execute_process(
  COMMAND \"${CMAKE_COMMAND}\" \"-DPROGRAM=${PROJECT_BINARY_DIR}/bin/cxm\" \"-DTO=${told}\"
    -P \"${PROJECT_SOURCE_DIR}/packaging/write_manual.cmake\" COMMAND_ERROR_IS_FATAL ANY)" COMPONENT program)
install(DIRECTORY ${told}/man1 DESTINATION ${CMAKE_INSTALL_MANDIR} COMPONENT program)
foreach(pair cxm:bash-completion/completions _cxm:zsh/site-functions cxm.fish:fish/vendor_completions.d)
  string(REPLACE ":" ";" pair ${pair})
  list(GET pair 0 file)
  list(GET pair 1 folder)
  install(FILES ${told}/completions/${file} DESTINATION ${CMAKE_INSTALL_DATADIR}/${folder} COMPONENT program)
endforeach()
