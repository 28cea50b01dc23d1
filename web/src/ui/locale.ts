/**
 * The pages speak English, so their dates and numbers do too: in the reader's own kind of English, or,
 * when they read another language, with day before month and a clock of 24 hours.
 */
export const locale = localeOf(navigator.languages);

export function localeOf(languages: readonly string[]): string {
  return languages.find((language) => /^en\b/i.test(language) && isKnown(language)) ?? 'en-GB';
}

/** Some devices name a language in a way that `Intl` refuses, such as `en-US@posix`. */
function isKnown(language: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
  } catch {
    return false;
  }
}
