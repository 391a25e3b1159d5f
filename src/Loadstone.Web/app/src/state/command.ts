/** A word as a shell takes it: quoted where it holds more than letters, digits and a few signs. */
export function quoted(word: string): string {
  return /^[\p{L}\p{N}_.,:=/+-]+$/u.test(word) ? word : `"${word.replaceAll(/["\\$`]/g, '\\$&')}"`;
}

/** A command line that speaks of design.json, for the file that the page speaks of. */
export function forFile(line: string, file: string): string {
  return line.replace(/\bdesign\.json\b/, () => quoted(file));
}

/** A command line of the program from its words. */
export function commandLine(...words: readonly string[]): string {
  return ['loadstone', ...words.map(quoted)].join(' ');
}
