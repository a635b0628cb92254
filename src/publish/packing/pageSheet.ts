/** The sheet of paper that readers of a language print on: Letter in North America and the Philippines, and where no country is said of English. */
export function pageSheetOf(language: string): 'a4' | 'letter' {
  return /-(?:US|CA|MX|PH)$/i.test(language) || language === 'en' ? 'letter' : 'a4';
}
