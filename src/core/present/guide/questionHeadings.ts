/**
 * Beginnings of headings under which papers ask questions: “Questions for discussion”, “Open questions” and their
 * like in the languages of papers. Case, accents and punctuation are ignored.
 */
const beginnings: readonly string[] = [
  // English
  'question',
  'questions',
  'open question',
  'open questions',
  'discussion question',
  'discussion questions',
  'for discussion',
  'points for discussion',
  'what i could not settle',
  'what we could not settle',
  'what the text leaves open',
  // German
  'frage',
  'fragen',
  'offene frage',
  'offene fragen',
  'diskussionsfrage',
  'diskussionsfragen',
  'zur diskussion',
  // French; “questions” begins as in English
  'questions ouvertes',
  'pour la discussion',
  // Spanish, Portuguese, Italian, Catalan
  'pregunta',
  'preguntas',
  'pergunta',
  'perguntas',
  'questao',
  'questoes',
  'domanda',
  'domande',
  'preguntes',
  'para debatir',
  'para discussao',
  'per la discussione',
  // Dutch, Danish, Norwegian, Swedish
  'vraag',
  'vragen',
  'discussievragen',
  'sporgsmal',
  'sporsmal',
  'fragor',
  // Polish, Czech, Russian, Ukrainian, Greek, Turkish
  'pytanie',
  'pytania',
  'otazka',
  'otazky',
  'вопрос',
  'вопросы',
  'питання',
  'ερωτησεις',
  'sorular',
  // Chinese, Japanese, Korean
  '问题',
  '讨论问题',
  '問題',
  '問い',
  '質問',
  '질문',
];

const knownHeadings = new Set(beginnings);

/** Whether a heading or the title of a paper announces questions. Numbers before it are ignored. */
export function announcesQuestions(heading: string): boolean {
  const words = foldedHeading(heading).split(' ');
  // A heading that is a question itself, such as “Question of power?”, announces none.
  if (endsAsQuestion(heading)) return false;
  for (let length = Math.min(words.length, 5); length > 0; length--)
    if (knownHeadings.has(words.slice(0, length).join(' ')))
      return length === words.length || joints.has(words[length] ?? '');
  return false;
}

/**
 * Words that may follow: “Questions for the third evening”. Without them “Questions remain a matter of taste” would
 * count.
 */
const joints = new Set(
  'for to on about of from and in zur zum zu fur an uber und pour a sur de del da do para per sobre voor over til till om dla k pro'.split(
    ' ',
  ),
);

/** Removes numbers at the beginning, case, accents and punctuation. */
function foldedHeading(text: string): string {
  return text
    .replace(/^\s*(?:[\p{N}.]+|[ivxIVX]+[.)]|\([\p{N}ivx]+\))\s+/u, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ø/giu, 'o')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether words end with a question mark. */
export function endsAsQuestion(text: string): boolean {
  return /[?？؟][\s"'“”‘’»)\]*_]*$/u.test(text);
}
