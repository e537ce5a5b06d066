// SPDX-License-Identifier: EUPL-1.2
// The style sheet of a document as web page. The face is html_style.
#include "report/html_style.h"

namespace koepel::report {

const char* html_style() {
  return R"(:root{--ink:#1f2933;--soft:#55616b;--accent:#005b70;--line:#c9d2da;--tint:#eaf2f6;--warm:#fdf3e7;--warning:#9a3b00}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:52rem;padding:1.5rem 1.25rem 4rem;font:1.0625rem/1.6 "Liberation Sans",Arial,Helvetica,sans-serif;color:var(--ink);background:#fff;overflow-wrap:break-word}
.skip{position:absolute;left:-999rem}
.skip:focus{position:static;display:inline-block;padding:.5rem 1rem;background:var(--accent);color:#fff}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
main:focus{outline:none}
a{color:var(--accent)}
header{border-top:4px solid var(--accent);padding-top:1rem}
.banner{margin:0 0 1.5rem;padding:.6rem .9rem;background:var(--warm);border-left:4px solid #b35900;color:var(--warning);font-weight:bold}
.kicker{margin:0;color:var(--accent);font-weight:bold}
h1{margin:.2em 0 .3em;font-size:2.1rem;line-height:1.2}
.subtitle{margin:0 0 1.2rem;font-size:1.2rem;color:var(--soft)}
dl{margin:0 0 2rem}
dl div{display:flex;flex-wrap:wrap;gap:0 1rem;padding:.2rem 0}
dt{flex:0 0 9rem;font-weight:bold}
dd{flex:1 1 16rem;margin:0}
h2{margin:2.8rem 0 .8rem;font-size:1.6rem;line-height:1.25;color:var(--accent)}
h3{margin:2rem 0 .4rem;font-size:1.2rem;line-height:1.3}
h4{margin:1.5rem 0 .3rem;font-size:1.0625rem;color:var(--accent)}
p,ul,ol{margin:0 0 .9rem}
li{margin-bottom:.3rem}
.lead{font-size:1.2rem;color:var(--soft)}
.note,.source,figcaption,footer{font-size:.9rem;color:var(--soft)}
.contents{margin:0 0 2rem;padding:.2rem 1.2rem .6rem;background:#f4f5f7}
.contents h2{margin:.8rem 0 .4rem;font-size:1.1rem}
.contents ul{list-style:none;padding-left:0;margin:0}
.contents ul ul{padding-left:1.2rem}
.contents li{margin:0}
.contents a{display:inline-block;padding:.2rem 0;min-height:1.5rem}
.box{margin:1.2rem 0 1.5rem;padding:.9rem 1.1rem .3rem;background:var(--tint);border-left:4px solid var(--accent)}
.box.resolution{background:#f4f5f7;border-color:var(--soft)}
.box.warning,.box.invented{background:var(--warm);border-color:#b35900}
.box-title{font-weight:bold;font-size:1.1rem}
.scroll{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;width:100%;min-width:34rem;font-size:.9375rem;line-height:1.4}
caption{padding:0 0 .5rem;text-align:left;font-weight:bold}
th,td{padding:.4rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
tbody th{font-weight:normal}
thead th{vertical-align:bottom;background:#eaf0f4;border-bottom:2px solid var(--accent)}
.number{text-align:right;font-variant-numeric:tabular-nums}
figure{margin:1.5rem 0}
figure svg{display:block;width:100%;min-width:38rem;height:auto}
details{margin:.6rem 0}
summary{padding:.3rem 0;color:var(--accent);cursor:pointer}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
footer{margin-top:3rem;padding-top:.8rem;border-top:1px solid var(--line)}
@media print{
@page{size:A4;margin:20mm}
body{max-width:none;padding:0;font-size:10.5pt}
.skip{display:none}
h2,h3,h4,caption{break-after:avoid}
tr,figure,.box{break-inside:avoid}
.scroll{overflow:visible}
table,figure svg{min-width:0}
}
)";
}

}  // namespace koepel::report
