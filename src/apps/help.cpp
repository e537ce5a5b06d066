// SPDX-License-Identifier: EUPL-1.2
#include "apps/help.h"

#include <map>

namespace koepel::apps {

namespace {

const std::map<std::string, Text>& texts() {
  static const std::map<std::string, Text> all{
      {"koepel",
       {"Koepel begeleidt gemeenten die samenwerking overwegen: van verkenning tot beslisdocument.",
        "Koepel guides municipalities that consider working together: from exploration to decision document."}},
      {"koepel.footer",
       {"Voorbeelden:\n"
        "  koepel new mijn-studie --partners GM0770,GM1724,GM0823\n"
        "  koepel check mijn-studie\n"
        "  koepel report mijn-studie --as pdf,odt --for council\n"
        "  koepel explain mijn-studie form.U01\n\n"
        "Uitgang: 0 goed, 1 fouten in de invoer, 2 verkeerde aanroep, 3 omgeving (schijf, LibreOffice), 4 komt niet "
        "overeen.",
        "Examples:\n"
        "  koepel new my-study --partners GM0770,GM1724,GM0823 --lang en\n"
        "  koepel check my-study\n"
        "  koepel report my-study --as pdf,odt --for council --lang en\n"
        "  koepel explain my-study form.U01\n\n"
        "Exit: 0 good, 1 errors in the input, 2 wrong use, 3 environment (disk, LibreOffice), 4 does not agree."}},
      {"version", {"toon de versie", "show the version"}},
      {"help", {"toon deze uitleg", "show this help"}},
      {"folder", {"de map met de studie", "the folder of the study"}},
      {"lang", {"taal: nl of en", "language: nl or en"}},
      {"json", {"antwoord als JSON", "answer as JSON"}},
      {"pack", {"map met een ander methodepakket", "folder of another method pack"}},
      {"data-folder", {"map met ingelezen open data", "folder of imported open data"}},
      {"seed", {"startgetal van de trekkingen (anders dat van de studie)", "seed of the draws (else the study's)"}},
      {"draws", {"aantal trekkingen (anders dat van de studie)", "number of draws (else the study's)"}},
      {"analyse",
       {"analyseer een studie en toon wat er wordt geadviseerd", "analyse a study and show what is advised"}},
      {"analyse.out", {"bewaar de analyse als JSON in dit bestand", "store the analysis as JSON in this file"}},
      {"analyse.footer",
       {"Voorbeeld: koepel analyse cases/kempen --out kempen.json",
        "Example: koepel analyse cases/kempen --out kempen.json"}},
      {"check", {"noem alles wat er mis is met een studiemap", "name everything that is wrong with a study folder"}},
      {"check.footer", {"Voorbeeld: koepel check cases/kempen", "Example: koepel check cases/kempen --lang en"}},
      {"check-pack", {"controleer het methodepakket", "check the method pack"}},
      {"check-pack.footer",
       {"Zonder map: het meegeleverde pakket.\nVoorbeeld: koepel check-pack method/koepel",
        "Without a folder: the delivered pack.\nExample: koepel check-pack method/koepel --lang en"}},
      {"log", {"toon alle gebeurtenissen van een studie", "show all events of a study"}},
      {"log.footer", {"Voorbeeld: koepel log cases/kempen", "Example: koepel log cases/kempen"}},
      {"explain", {"leg uit hoe een cijfer of advies tot stand kwam", "explain how a figure or advice came about"}},
      {"explain.footer",
       {"Zonder tweede woord: alle uitkomsten op een rij.\nVoorbeelden: koepel explain cases/kempen approach\n         "
        "   koepel explain cases/kempen task.U01.value",
        "Without a second word: all outcomes in a row.\nExamples: koepel explain cases/kempen approach\n          "
        "koepel explain cases/kempen task.U01.value"}},
      {"finding", {"uitkomst of rekenstap, bijvoorbeeld form.U01", "finding or step, for example form.U01"}},
      {"serve", {"start de server: Koepel in de browser", "start the server: Koepel in the browser"}},
      {"serve.footer",
       {"Voorbeelden: koepel serve\n"
        "             koepel serve --data /var/lib/koepel --site https://koepel.example.nl --trusted-proxy 127.0.0.1",
        "Examples: koepel serve --lang en\n"
        "          koepel serve --data /var/lib/koepel --site https://koepel.example.nl --trusted-proxy 127.0.0.1"}},
      {"listen", {"adres en poort waarop de server luistert", "address and port that the server listens on"}},
      {"database",
       {"sqlite (in de gegevensmap) of postgresql://...", "sqlite (in the data folder) or postgresql://..."}},
      {"site",
       {"het adres dat gebruikers zien, met https:// achter een proxy",
        "the address that users see, with https:// behind a proxy"}},
      {"contact",
       {"waar iemand een lek meldt: mailto:... of https://...",
        "where somebody reports a leak: mailto:... or https://..."}},
      {"trusted-proxy",
       {"adres van een proxy waarvan X-Forwarded-For wordt geloofd",
        "address of a proxy whose X-Forwarded-For is believed"}},
      {"oidc-issuer",
       {"adres van de inlogdienst van de organisatie (OpenID Connect); terug naar SITE/login/return",
        "address of the organisation's login provider (OpenID Connect); back to SITE/login/return"}},
      {"oidc-client", {"hoe Koepel daar heet (client_id)", "what Koepel is called there (client_id)"}},
      {"oidc-secret-file", {"bestand met het geheim van Koepel daar", "file with Koepel's secret there"}},
      {"oidc-name", {"hoe gebruikers die inlogdienst noemen", "what users call that provider"}},
      {"theme-name", {"naam van de organisatie, naast die van Koepel", "name of the organisation, beside Koepel's"}},
      {"theme-color", {"kleur van links en knoppen, zoals #8a1538", "colour of links and buttons, like #8a1538"}},
      {"theme-logo", {"bestand met het beeldmerk (SVG of PNG)", "file with the logo (SVG or PNG)"}},
      {"verify-log", {"bewijs dat het logboek ongewijzigd is", "prove that the log is unchanged"}},
      {"verify-log.footer",
       {"Voorbeeld: koepel verify-log --data /var/lib/koepel",
        "Example: koepel verify-log --data /var/lib/koepel --lang en"}},
      {"verify-log.study", {"alleen deze studie", "only this study"}},
      {"backup",
       {"kopieer alles naar één bestand, ook terwijl de server draait",
        "copy everything to one file, also while the server runs"}},
      {"backup.footer",
       {"Voorbeeld: koepel backup --data /var/lib/koepel kopie.sqlite",
        "Example: koepel backup --data /var/lib/koepel copy.sqlite --lang en"}},
      {"backup.file", {"het nieuwe bestand", "the new file"}},
      {"restore", {"zet een kopie terug in een lege gegevensmap", "put a copy back in an empty data folder"}},
      {"restore.footer",
       {"Voorbeeld: koepel restore --data /var/lib/koepel kopie.sqlite",
        "Example: koepel restore --data /var/lib/koepel copy.sqlite --lang en"}},
      {"restore.file", {"de kopie", "the copy"}},
      {"login-link",
       {"maak een link om eenmalig in te loggen (server gestopt)", "make a link to log in once (server stopped)"}},
      {"login-link.footer",
       {"Voorbeeld: koepel login-link --data /var/lib/koepel j.jansen@gemeente.nl",
        "Example: koepel login-link --data /var/lib/koepel j.jansen@municipality.nl --lang en"}},
      {"login-link.drop",
       {"haal de tweede stap weg van wie zijn telefoon kwijt is", "take away the second factor of who lost his phone"}},
      {"login-link.email", {"het e-mailadres; leeg: de beheerder", "the e-mail address; empty: the manager"}},
      {"verify", {"controleer of een uitkomst opnieuw zo uitkomt", "prove that an outcome reproduces"}},
      {"verify.footer",
       {"Met --stored: de bewaarde analyse moet er byte voor byte weer uitkomen.\nZonder: de regels in verwacht.txt "
        "van de studie moeten kloppen.\n"
        "Voorbeelden: koepel verify cases/kempen\n             koepel verify cases/kempen --stored kempen.json",
        "With --stored: the stored analysis must come out again, byte for byte.\nWithout: the lines of the study's "
        "verwacht.txt must hold.\n"
        "Examples: koepel verify cases/kempen\n          koepel verify cases/kempen --stored kempen.json"}},
      {"stored", {"bewaarde analyse (JSON)", "stored analysis (JSON)"}},
      {"draw", {"teken de plaatjes als SVG", "draw the pictures as SVG"}},
      {"draw.footer",
       {"Voorbeeld: koepel draw cases/kempen continuum --out plaatjes",
        "Example: koepel draw cases/kempen continuum --out pictures"}},
      {"picture", {"welke plaatjes (anders alle)", "which pictures (else all)"}},
      {"out", {"map voor de bestanden", "folder for the files"}},
      {"report", {"maak het beslisdocument of een ander stuk", "make the decision document or another paper"}},
      {"report.footer",
       {"Voorbeelden:\n  koepel report cases/kempen --as pdf,docx --for council\n  koepel report cases/kempen "
        "--document zero-phase,gross-list,vision,conduct",
        "Examples:\n  koepel report cases/kempen --as pdf,docx --for council --lang en\n  koepel report cases/kempen "
        "--document zero-phase,gross-list,vision,conduct"}},
      {"as", {"formaten: odt, pdf, docx, html", "formats: odt, pdf, docx, html"}},
      {"for",
       {"voor wie: college, council (raad), works-council (OR), public (inwoners)",
        "for whom: college, council, works-council, public"}},
      {"document",
       {"welk stuk: decision (beslisdocument), zero-phase (vooronderzoek), gross-list (groslijst), vision "
        "(koepelvisie), conduct (gedragscode), annexes (bijlagen)",
        "which paper: decision, zero-phase, gross-list, vision, conduct, annexes"}},
      {"house-style", {"ODF-sjabloon met uw huisstijl", "ODF template with your house style"}},
      {"new", {"maak een nieuwe studiemap", "make a new study folder"}},
      {"new.folder", {"de map die wordt gemaakt", "the folder that is made"}},
      {"new.footer",
       {"Voorbeeld: koepel new mijn-studie --partners GM0770,GM1724",
        "Example: koepel new my-study --partners GM0770,GM1724 --lang en"}},
      {"partners", {"CBS-codes van de gemeenten, met komma's", "CBS codes of the municipalities, with commas"}},
      {"date", {"datum van de studie (jjjj-mm-dd; anders vandaag)", "date of the study (yyyy-mm-dd; else today)"}},
      {"data", {"open data inlezen en bekijken", "import and list open data"}},
      {"data.footer",
       {"Voorbeeld: koepel data import iv3_2023_actual.csv gemeentegrenzen.geojson",
        "Example: koepel data import iv3_2023_actual.csv boundaries.geojson"}},
      {"data.import", {"lees bestanden met open data in", "import open-data files"}},
      {"data.files", {"de bestanden", "the files"}},
      {"data.list", {"toon wat er is ingelezen", "list what was imported"}},
      {"to", {"map waarin het komt (anders uw gegevensmap)", "folder to put it in (else your data folder)"}},
      {"only", {"alleen deze gemeenten (codes met komma's)", "only these municipalities (codes with commas)"}},
      {"game",
       {"verdeel een gezamenlijke besparing of kostenpost (Shapley, nucleolus, core)",
        "divide a joint saving or cost (Shapley, nucleolus, core)"}},
      {"game.file", {"het spel: JSON, CSV of getallen", "the game: JSON, CSV or numbers"}},
      {"game.footer",
       {"Het bestand geeft voor elke groep deelnemers een bedrag; zie docs/methods/sharing-the-gain.md.\n"
        "Voorbeeld: koepel game verdeling.json --time-limit 60",
        "The file gives an amount for every group of participants; see docs/methods/sharing-the-gain.md.\n"
        "Example: koepel game division.json --time-limit 60 --lang en"}},
      {"per-capita",
       {"toon de bezwaren per hoofd, bij de nucleolus per hoofd",
        "show excesses per head, at the per-capita nucleolus"}},
      {"time-limit",
       {"stop na zoveel seconden en zeg eerlijk wat niet af is",
        "stop after so many seconds and say what is not done"}},
      {"scan",
       {"zoek voor het hele land uit met welke buren een taak samen loont",
        "find out for the whole country with which neighbours a task would pay together"}},
      {"scan.footer",
       {"Rekent op ingelezen jaarcijfers (koepel data import). Zie docs/methods/national-scan.md.\n"
        "Voorbeelden:\n  koepel scan --task 7.3 --data gegevens\n"
        "  koepel scan --task 7.3,0.61 --data gegevens --out kaarten\n"
        "  koepel scan --task 7.3 --data gegevens --municipality Eersel",
        "Computes on imported accounts (koepel data import). See docs/methods/national-scan.md.\n"
        "Examples:\n  koepel scan --task 7.3 --data data --lang en\n"
        "  koepel scan --task 7.3,0.61 --data data --out maps --lang en\n"
        "  koepel scan --task 7.3 --data data --municipality Eersel --lang en"}},
      {"scan.task",
       {"taakveld van Iv3, code of naam; meer met komma's", "Iv3 task field, code or name; several with commas"}},
      {"scan.municipality",
       {"leg de uitkomst van deze gemeente uit (code of naam)",
        "explain the outcome of this municipality (code or name)"}},
      {"max-partners", {"grootste groep, van 2 tot en met 7 (anders 6)", "largest group, from 2 to 7 (else 6)"}},
      {"scan.out", {"map voor kaart (SVG) en tabel (CSV)", "folder for map (SVG) and table (CSV)"}},
      {"completion", {"script voor aanvullen met TAB", "script for completion with TAB"}},
      {"completion.footer",
       {"Voorbeeld: source <(koepel completion bash)", "Example: source <(koepel completion bash)"}},
      {"shell", {"bash, zsh of fish", "bash, zsh or fish"}},
  };
  return all;
}

}  // namespace

std::string Help::operator()(const std::string& key) const {
  const auto found = texts().find(key);
  return found == texts().end() ? std::string() : found->second.in(language_);
}

}  // namespace koepel::apps
