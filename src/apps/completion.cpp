// SPDX-License-Identifier: EUPL-1.2
// koepel completion: a script for the shell, so that TAB finishes commands and options.
#include <iostream>

#include "apps/commands.h"

namespace koepel::apps {

namespace {

constexpr const char* commands =
    "analyse report check check-pack explain new log data verify draw game scan serve "
    "verify-log backup restore login-link completion";
constexpr const char* options =
    "--help --version --lang --json --pack --data --seed --draws --as --for --document --out --house-style "
    "--partners --date --stored --to --only --per-capita --time-limit --task --municipality --max-partners "
    "--listen --database --site --contact --trusted-proxy --oidc-issuer --oidc-client --oidc-secret-file --oidc-name";

}  // namespace

int completion(const std::string& shell) {
  if (shell == "fish") {
    std::cout << "complete -c koepel -n __fish_use_subcommand -a '" << commands << "'\n"
              << "complete -c koepel -l as -a 'odt pdf docx html'\ncomplete -c koepel -l lang -a 'nl en'\n"
              << "complete -c koepel -l for -a 'college council works-council public'\n";
    return Exit::ok;
  }
  if (shell == "zsh") std::cout << "autoload -U +X bashcompinit && bashcompinit\n";
  std::cout << "_koepel() {\n"
            << "  local word=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS[COMP_CWORD-1]}\"\n"
            << "  case \"$before\" in\n"
            << "    koepel) COMPREPLY=($(compgen -W '" << commands << "' -- \"$word\")); return ;;\n"
            << "    --as) COMPREPLY=($(compgen -W 'odt pdf docx html' -- \"$word\")); return ;;\n"
            << "    --for) COMPREPLY=($(compgen -W 'college council works-council public' -- \"$word\")); return ;;\n"
            << "    --lang) COMPREPLY=($(compgen -W 'nl en' -- \"$word\")); return ;;\n"
            << "    data) COMPREPLY=($(compgen -W 'import list' -- \"$word\")); return ;;\n"
            << "  esac\n"
            << "  case \"$word\" in\n"
            << "    -*) COMPREPLY=($(compgen -W '" << options << "' -- \"$word\")) ;;\n"
            << "    *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n"
            << "  esac\n}\ncomplete -o filenames -F _koepel koepel\n";
  return Exit::ok;
}

}  // namespace koepel::apps
