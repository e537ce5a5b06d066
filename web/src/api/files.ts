// SPDX-License-Identifier: EUPL-1.2
import type { FileInput } from "./types";

function asBase64(file: File): Promise<string> {
  return new Promise((settle, fail) => {
    const reader = new FileReader();
    reader.onload = () => settle(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(file);
  });
}

/** Files as the API takes them. */
export const readFiles = (files: File[]): Promise<FileInput[]> =>
  Promise.all(files.map(async (file) => ({ name: file.name, base64: await asBase64(file) })));
