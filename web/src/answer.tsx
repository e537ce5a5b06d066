// SPDX-License-Identifier: EUPL-1.2
// The respondent's page: no account, a phone in the hand, four minutes. Kept apart from the rest so that it stays small.
import "./theme";
import { render } from "react";
import { Answer } from "./answer/Answer";
import { loadTexts } from "./texts/text";

const place = document.getElementById("screen");
if (place) void loadTexts().then(() => render(<Answer />, place));
