// SPDX-License-Identifier: EUPL-1.2
// The order counts: first the neutral theme, then our tokens over it.
import "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css";
import "./koepel.css";
import "./base.css";
