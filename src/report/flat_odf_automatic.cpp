// SPDX-License-Identifier: EUPL-1.2
// A look's colour in, the styles of tables, boxes and lists out: the same in every house style. The face is
// odf_own_automatic.
#include "report/flat_odf.h"
#include "report/xml.h"

namespace koepel::report {

namespace {

constexpr const char* common =
    R"(<style:style style:name="KSection" style:family="section"><style:section-properties text:dont-balance-text-columns="false" style:editable="false"/></style:style>
<style:style style:name="KBreak1" style:family="paragraph" style:parent-style-name="Heading_20_1"><style:paragraph-properties fo:break-before="page" fo:margin-top="0cm"/></style:style>
<style:style style:name="KBreak2" style:family="paragraph" style:parent-style-name="Heading_20_2"><style:paragraph-properties fo:break-before="page" fo:margin-top="0cm"/></style:style>
<style:style style:name="KBreak3" style:family="paragraph" style:parent-style-name="Heading_20_3"><style:paragraph-properties fo:break-before="page" fo:margin-top="0cm"/></style:style>
<style:style style:name="KListItem" style:family="paragraph" style:parent-style-name="Text_20_body"><style:paragraph-properties fo:margin-bottom="0.08cm"/></style:style>
<style:style style:name="KListLast" style:family="paragraph" style:parent-style-name="Text_20_body"/>
<style:style style:name="KKeep" style:family="paragraph" style:parent-style-name="Table_20_Contents"><style:paragraph-properties fo:keep-with-next="always"/></style:style>
<style:style style:name="KDense" style:family="paragraph" style:parent-style-name="Table_20_Contents"><style:paragraph-properties fo:line-height="100%"/><style:text-properties fo:font-size="7.8pt"/></style:style>
<style:style style:name="KDenseNumber" style:family="paragraph" style:parent-style-name="Table_20_Number"><style:paragraph-properties fo:line-height="100%"/><style:text-properties fo:font-size="7.8pt"/></style:style>
<style:style style:name="KDenseHead" style:family="paragraph" style:parent-style-name="Table_20_Heading"><style:text-properties fo:font-size="8pt"/></style:style>
<style:style style:name="KDenseHeadNumber" style:family="paragraph" style:parent-style-name="Table_20_Heading_20_Number"><style:text-properties fo:font-size="8pt"/></style:style>
<style:style style:name="KRow" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>
<style:style style:name="KHead" style:family="table-cell"><style:table-cell-properties style:vertical-align="bottom" fo:background-color="#eaf0f4" fo:padding-left="0.14cm" fo:padding-right="0.14cm" fo:padding-top="0.1cm" fo:padding-bottom="0.1cm" fo:border-left="none" fo:border-right="none" fo:border-top="none" fo:border-bottom="1pt solid @accent@"/></style:style>
<style:style style:name="KCell" style:family="table-cell"><style:table-cell-properties fo:padding-left="0.14cm" fo:padding-right="0.14cm" fo:padding-top="0.075cm" fo:padding-bottom="0.075cm" fo:border-left="none" fo:border-right="none" fo:border-top="none" fo:border-bottom="0.5pt solid #c9d2da"/></style:style>
<style:style style:name="KDenseTop" style:family="table-cell"><style:table-cell-properties style:vertical-align="bottom" fo:background-color="#eaf0f4" fo:padding-left="0.1cm" fo:padding-right="0.1cm" fo:padding-top="0.06cm" fo:padding-bottom="0.06cm" fo:border-left="none" fo:border-right="none" fo:border-top="none" fo:border-bottom="1pt solid @accent@"/></style:style>
<style:style style:name="KDenseCell" style:family="table-cell"><style:table-cell-properties fo:padding-left="0.1cm" fo:padding-right="0.1cm" fo:padding-top="0.025cm" fo:padding-bottom="0.025cm" fo:border-left="none" fo:border-right="none" fo:border-top="none" fo:border-bottom="0.5pt solid #c9d2da"/></style:style>
<style:style style:name="KFrame" style:family="graphic"><style:graphic-properties style:vertical-pos="top" style:vertical-rel="baseline" fo:border="none" style:shadow="none"/></style:style>
)";

constexpr const char* box =
    R"(<style:style style:name="KBox_@kind@" style:family="paragraph" style:parent-style-name="Text_20_body"><style:paragraph-properties fo:margin-bottom="0.12cm" fo:background-color="@tint@" fo:border-left="3pt solid @line@" fo:border-right="none" fo:border-top="none" fo:border-bottom="none" fo:padding-left="0.35cm" fo:padding-right="0.35cm" fo:padding-top="0.18cm" fo:padding-bottom="0.18cm" style:join-border="true"/></style:style>
<style:style style:name="KBox_@kind@_last" style:family="paragraph" style:parent-style-name="KBox_@kind@"><style:paragraph-properties fo:margin-bottom="0.4cm" fo:background-color="@tint@" fo:border-left="3pt solid @line@" fo:border-right="none" fo:border-top="none" fo:border-bottom="none" fo:padding-left="0.35cm" fo:padding-right="0.35cm" fo:padding-top="0.18cm" fo:padding-bottom="0.18cm" style:join-border="true"/></style:style>
<style:style style:name="KBox_@kind@_title" style:family="paragraph" style:parent-style-name="KBox_@kind@"><style:paragraph-properties fo:margin-top="0.2cm" fo:margin-bottom="0.12cm" fo:keep-with-next="always" fo:background-color="@tint@" fo:border-left="3pt solid @line@" fo:border-right="none" fo:border-top="none" fo:border-bottom="none" fo:padding-left="0.35cm" fo:padding-right="0.35cm" fo:padding-top="0.18cm" fo:padding-bottom="0.18cm" style:join-border="true"/><style:text-properties fo:font-weight="bold" fo:font-size="11.5pt"/></style:style>
)";

constexpr const char* list =
    R"(<text:list-style style:name="@name@"><@element@><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="@tab@" fo:text-indent="-@indent@" fo:margin-left="@indent@"/></style:list-level-properties></@end@></text:list-style>
)";

/// In a box the tab counts from the box's edge, so its stop lies one padding further.
std::string list_style(const char* name, const char* element, const char* end, const char* indent, const char* tab) {
  const std::string shape = replaced(replaced(list, "@indent@", indent), "@tab@", tab);
  return replaced(replaced(replaced(shape, "@name@", name), "@element@", element), "@end@", end);
}

std::string bullets(const char* name, const char* tab) {
  return list_style(name, "text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"•\"",
                    "text:list-level-style-bullet", "0.55cm", tab);
}

std::string numbers(const char* name, const char* tab) {
  return list_style(name, "text:list-level-style-number text:level=\"1\" style:num-suffix=\".\" style:num-format=\"1\"",
                    "text:list-level-style-number", "0.75cm", tab);
}

std::string box_style(const char* kind, const char* tint, const std::string& line) {
  return replaced(replaced(replaced(box, "@kind@", kind), "@tint@", tint), "@line@", line);
}

}  // namespace

std::string odf_own_automatic(const Look& look) {
  return replaced(common, "@accent@", look.accent) + box_style("yes", "#eaf2f6", look.accent) +
         box_style("resolution", "#f4f5f7", "#46586b") + box_style("warning", "#fdf3e7", "#b35900") +
         box_style("invented", "#fdf3e7", "#b35900") + bullets("KBullets", "0.55cm") + bullets("KBoxBullets", "0.9cm") +
         numbers("KNumbers", "0.75cm") + numbers("KBoxNumbers", "1.1cm");
}

}  // namespace koepel::report
