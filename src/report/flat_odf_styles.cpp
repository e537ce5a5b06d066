// SPDX-License-Identifier: EUPL-1.2
// Our own look as flat ODF styles: fonts, paragraph styles, page, header and footer. The face is own_look.
#include "pictures/palette.h"
#include "report/flat_odf.h"
#include "report/xml.h"

namespace koepel::report {

namespace {

// Words between @ are filled in: language, colours, the words of header and footer.
constexpr const char* fonts = R"(<office:font-face-decls>
<style:font-face style:name="Liberation Sans" svg:font-family="'Liberation Sans'" style:font-family-generic="swiss" style:font-pitch="variable"/>
</office:font-face-decls>
)";

constexpr const char* paragraph_styles = R"(<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2" style:tab-stop-distance="1.25cm"/>
<style:text-properties style:font-name="Liberation Sans" fo:font-size="9.5pt" fo:color="@ink@" fo:language="@language@" fo:country="@country@" fo:hyphenate="false"/></style:default-style>
<style:default-style style:family="table"><style:table-properties table:border-model="collapsing"/></style:default-style>
<style:default-style style:family="graphic"><style:text-properties fo:language="@language@" fo:country="@country@"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
<style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph" style:parent-style-name="Standard" style:class="text"><style:paragraph-properties fo:margin-top="0cm" fo:margin-bottom="0.12cm" fo:line-height="109%"/></style:style>
<style:style style:name="Lead" style:family="paragraph" style:parent-style-name="Text_20_body"><style:paragraph-properties fo:margin-bottom="0.35cm"/><style:text-properties fo:font-size="12pt" fo:color="@soft@"/></style:style>
<style:style style:name="Note" style:family="paragraph" style:parent-style-name="Text_20_body"><style:paragraph-properties fo:line-height="112%" fo:margin-top="0.06cm" fo:margin-bottom="0.22cm"/><style:text-properties fo:font-size="9pt" fo:color="@soft@"/></style:style>
<style:style style:name="Source" style:family="paragraph" style:parent-style-name="Text_20_body"><style:paragraph-properties fo:margin-left="0.6cm" fo:text-indent="-0.6cm" fo:line-height="108%" fo:margin-bottom="0.06cm"/><style:text-properties fo:font-size="8.5pt"/></style:style>
<style:style style:name="Heading" style:family="paragraph" style:parent-style-name="Standard" style:next-style-name="Text_20_body" style:class="text"><style:paragraph-properties fo:keep-with-next="always"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Heading" style:next-style-name="Text_20_body" style:default-outline-level="1" style:class="text"><style:paragraph-properties fo:margin-top="0.55cm" fo:margin-bottom="0.2cm"/><style:text-properties fo:font-size="16pt" fo:font-weight="bold" fo:color="@accent@"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:parent-style-name="Heading" style:next-style-name="Text_20_body" style:default-outline-level="2" style:class="text"><style:paragraph-properties fo:margin-top="0.36cm" fo:margin-bottom="0.1cm"/><style:text-properties fo:font-size="12.5pt" fo:font-weight="bold" fo:color="@ink@"/></style:style>
<style:style style:name="Heading_20_3" style:display-name="Heading 3" style:family="paragraph" style:parent-style-name="Heading" style:next-style-name="Text_20_body" style:default-outline-level="3" style:class="text"><style:paragraph-properties fo:margin-top="0.28cm" fo:margin-bottom="0.08cm"/><style:text-properties fo:font-size="10.5pt" fo:font-weight="bold" fo:color="@accent@"/></style:style>
<style:style style:name="Kicker" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-top="1cm" fo:margin-bottom="0.5cm" fo:border-top="3pt solid @accent@" fo:border-bottom="none" fo:border-left="none" fo:border-right="none" fo:padding-top="0.45cm" fo:padding-bottom="0cm" fo:padding-left="0cm" fo:padding-right="0cm"/><style:text-properties fo:font-size="11pt" fo:font-weight="bold" fo:color="@accent@"/></style:style>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard" style:next-style-name="Subtitle" style:class="chapter"><style:paragraph-properties fo:margin-bottom="0.35cm" fo:line-height="112%" fo:keep-with-next="always"/><style:text-properties fo:font-size="27pt" fo:font-weight="bold" fo:color="@ink@"/></style:style>
<style:style style:name="Subtitle" style:family="paragraph" style:parent-style-name="Standard" style:next-style-name="Text_20_body" style:class="chapter"><style:paragraph-properties fo:margin-bottom="0.9cm" fo:line-height="122%"/><style:text-properties fo:font-size="13pt" fo:color="@soft@"/></style:style>
<style:style style:name="Cover_20_Fact" style:display-name="Cover Fact" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-left="3.6cm" fo:text-indent="-3.6cm" fo:margin-bottom="0.14cm" fo:line-height="118%"><style:tab-stops><style:tab-stop style:position="0cm"/></style:tab-stops></style:paragraph-properties></style:style>
<style:style style:name="Caption" style:family="paragraph" style:parent-style-name="Standard" style:class="extra"><style:paragraph-properties fo:margin-top="0.1cm" fo:margin-bottom="0.25cm"/><style:text-properties fo:font-size="9pt" fo:color="@soft@"/></style:style>
<style:style style:name="Table_20_Caption" style:display-name="Table Caption" style:family="paragraph" style:parent-style-name="Caption"><style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.14cm" fo:keep-with-next="always"/><style:text-properties fo:font-weight="bold" fo:color="@ink@"/></style:style>
<style:style style:name="Figure" style:family="paragraph" style:parent-style-name="Caption"><style:paragraph-properties fo:margin-top="0.35cm" fo:margin-bottom="0cm" fo:keep-with-next="always" fo:text-align="start"/></style:style>
<style:style style:name="Table_20_Contents" style:display-name="Table Contents" style:family="paragraph" style:parent-style-name="Standard" style:class="extra"><style:paragraph-properties fo:line-height="106%"/><style:text-properties fo:font-size="8.5pt"/></style:style>
<style:style style:name="Table_20_Number" style:display-name="Table Number" style:family="paragraph" style:parent-style-name="Table_20_Contents"><style:paragraph-properties fo:text-align="end"/></style:style>
<style:style style:name="Table_20_Heading" style:display-name="Table Heading" style:family="paragraph" style:parent-style-name="Table_20_Contents" style:class="extra"><style:paragraph-properties fo:keep-with-next="always"/><style:text-properties fo:font-weight="bold" fo:color="@ink@"/></style:style>
<style:style style:name="Table_20_Heading_20_Number" style:display-name="Table Heading Number" style:family="paragraph" style:parent-style-name="Table_20_Heading"><style:paragraph-properties fo:text-align="end"/></style:style>
<style:style style:name="Contents_20_Heading" style:display-name="Contents Heading" style:family="paragraph" style:parent-style-name="Heading" style:class="index"><style:paragraph-properties fo:margin-top="0.8cm" fo:margin-bottom="0.25cm"/><style:text-properties fo:font-size="13pt" fo:font-weight="bold" fo:color="@accent@"/></style:style>
<style:style style:name="Contents_20_1" style:display-name="Contents 1" style:family="paragraph" style:parent-style-name="Standard" style:class="index"><style:paragraph-properties fo:margin-top="0.1cm" fo:margin-bottom="0.03cm"><style:tab-stops><style:tab-stop style:position="16cm" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops></style:paragraph-properties></style:style>
<style:style style:name="Contents_20_2" style:display-name="Contents 2" style:family="paragraph" style:parent-style-name="Contents_20_1" style:class="index"><style:paragraph-properties fo:margin-left="0.6cm" fo:margin-top="0cm"><style:tab-stops><style:tab-stop style:position="15.4cm" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops></style:paragraph-properties><style:text-properties fo:font-size="9.5pt" fo:color="@soft@"/></style:style>
<style:style style:name="Header" style:family="paragraph" style:parent-style-name="Standard" style:class="extra"><style:text-properties fo:font-size="8.5pt" fo:color="@soft@"/></style:style>
<style:style style:name="Banner" style:family="paragraph" style:parent-style-name="Header"><style:paragraph-properties fo:margin-top="0.05cm"/><style:text-properties fo:font-weight="bold" fo:color="@warning@"/></style:style>
<style:style style:name="Footer" style:family="paragraph" style:parent-style-name="Standard" style:class="extra"><style:paragraph-properties><style:tab-stops><style:tab-stop style:position="16cm" style:type="right"/></style:tab-stops></style:paragraph-properties><style:text-properties fo:font-size="8pt" fo:color="@soft@"/></style:style>
)";

constexpr const char* text_styles =
    R"(<style:style style:name="Strong_20_Emphasis" style:display-name="Strong Emphasis" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Emphasis" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="Internet_20_link" style:display-name="Internet link" style:family="text"><style:text-properties fo:color="@accent@" style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color"/></style:style>
<style:style style:name="Index_20_Link" style:display-name="Index Link" style:family="text"/>
</office:styles>
)";

constexpr const char* page =
    R"(<style:page-layout style:name="KPage"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" style:print-orientation="portrait" fo:margin-top="1.2cm" fo:margin-bottom="1.1cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm"/>
<style:header-style><style:header-footer-properties fo:min-height="0.85cm" fo:margin-bottom="0.45cm" style:dynamic-spacing="false"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:min-height="0.75cm" fo:margin-top="0.35cm" style:dynamic-spacing="false"/></style:footer-style></style:page-layout>
)";

constexpr const char* master = R"(<office:master-styles>
<style:master-page style:name="Standard" style:page-layout-name="KPage"><style:header><text:p text:style-name="Header"><text:title>@title@</text:title></text:p>@banner@</style:header>
<style:footer><text:p text:style-name="Footer"><text:user-defined text:name="Footer">@footer@</text:user-defined><text:tab/>@page@ <text:page-number text:select-page="current">1</text:page-number> @of@ <text:page-count>1</text:page-count></text:p></style:footer></style:master-page>
<style:master-page style:name="Cover" style:page-layout-name="KPage" style:next-style-name="Standard"><style:header><text:p text:style-name="Header"/>@banner@</style:header>
<style:footer><text:p text:style-name="Footer"><text:user-defined text:name="Footer">@footer@</text:user-defined><text:tab/>@page@ <text:page-number text:select-page="current">1</text:page-number> @of@ <text:page-count>1</text:page-count></text:p></style:footer></style:master-page>
</office:master-styles>
)";

std::string filled(const char* pattern, const Document& document) {
  const bool dutch = document.language == Language::nl;
  std::string out = pattern;
  out = replaced(out, "@language@", dutch ? "nl" : "en");
  out = replaced(out, "@country@", dutch ? "NL" : "GB");
  out = replaced(out, "@ink@", pictures::palette.ink);
  out = replaced(out, "@soft@", pictures::palette.quiet);
  out = replaced(out, "@accent@", pictures::palette.accent);
  out = replaced(out, "@warning@", "#9a3b00");
  out = replaced(out, "@page@", escaped(document.labels.page));
  out = replaced(out, "@of@", escaped(document.labels.of));
  out = replaced(out, "@footer@", escaped(document.footer));
  out = replaced(out, "@title@", escaped(document.title));
  return replaced(out, "@banner@", banner_line(document));
}

}  // namespace

std::string banner_line(const Document& document) {
  if (document.banner.empty()) return {};
  return "<text:p text:style-name=\"Banner\"><text:user-defined text:name=\"Banner\">" + escaped(document.banner) +
         "</text:user-defined></text:p>";
}

Look own_look(const Document& document) {
  Look look;
  look.fonts = fonts;
  look.styles = filled(paragraph_styles, document) + filled(text_styles, document);
  look.automatic = page;
  look.master = filled(master, document);
  look.accent = pictures::palette.accent;
  return look;
}

}  // namespace koepel::report
