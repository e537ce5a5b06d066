# SPDX-License-Identifier: EUPL-1.2
# Builds files into the program: cmake -DOUT=... -DWEB=web/dist -DCONTRACT=openapi.json -P embed.cmake
# Writes OUT/embedded.S (the bytes, by .incbin) and OUT/embedded.cpp (the table of them).
file(GLOB_RECURSE files RELATIVE ${WEB} ${WEB}/*)
list(SORT files)
set(asm "# Made by cmake/embed.cmake.\n.section .note.GNU-stack,\"\",%progbits\n.section .rodata\n")
set(declarations "")
set(rows "")

macro(embed name path)
  string(APPEND asm ".global ${name}_begin, ${name}_end\n${name}_begin:\n.incbin \"${path}\"\n${name}_end:\n.byte 0\n")
  string(APPEND declarations "extern \"C\" const char ${name}_begin[], ${name}_end[];\n")
endmacro()

function(type_of file out)
  set(types html "text/html" js "text/javascript" css "text/css" txt "text/plain" svg "image/svg+xml"
      json "application/json" png "image/png" ico "image/x-icon" woff2 "font/woff2" webmanifest "application/manifest+json")
  get_filename_component(ending ${file} LAST_EXT)
  string(SUBSTRING ${ending} 1 -1 ending)
  list(FIND types ${ending} at)
  if(at LESS 0)
    message(FATAL_ERROR "no media type known for ${file}")
  endif()
  math(EXPR at "${at} + 1")
  list(GET types ${at} type)
  if(type MATCHES "^text/")
    string(APPEND type "\\; charset=utf-8")  # escaped: a semicolon divides lists here
  endif()
  set(${out} ${type} PARENT_SCOPE)
endfunction()

set(number 0)
foreach(file IN LISTS files)
  math(EXPR number "${number} + 1")
  type_of(${file} type)
  # -n leaves name and time out: the same file gives the same bytes.
  execute_process(COMMAND gzip -9 -n -c ${WEB}/${file} OUTPUT_FILE ${OUT}/asset${number}.gz COMMAND_ERROR_IS_FATAL ANY)
  embed(koepel_asset${number} ${WEB}/${file})
  embed(koepel_packed${number} ${OUT}/asset${number}.gz)
  string(APPEND rows "    {\"/${file}\", \"${type}\", between(koepel_asset${number}_begin, koepel_asset${number}_end), between(koepel_packed${number}_begin, koepel_packed${number}_end)},\n")
endforeach()
embed(koepel_contract ${CONTRACT})
file(WRITE ${OUT}/embedded.S "${asm}")
file(WRITE ${OUT}/embedded.cpp "// Made by cmake/embed.cmake.
#include \"apps/embedded.h\"
${declarations}
namespace koepel::apps {
namespace {
std::string_view between(const char* begin, const char* end) { return {begin, static_cast<std::size_t>(end - begin)}; }
}  // namespace
const std::vector<api::Asset>& assets() {
  static const std::vector<api::Asset> all{
${rows}  };
  return all;
}
std::string_view contract() { return between(koepel_contract_begin, koepel_contract_end); }
}  // namespace koepel::apps
")
