import type { PaperBodies } from './paperBodies.ts';
import type { WrittenLanguage } from './writtenLanguage.ts';

const germanTemplates: PaperBodies = {
  summary: (cite) => `⟦Wovon handelt der Text, und was will er zeigen? Drei Sätze genügen.⟧

Jede Aussage über den Text trägt den Absatz, auf dem sie beruht, wie \`${cite}\`. Löschen Sie diese Zeile, wenn Sie sie gelesen haben.

## Die Frage

Was will der Verfasser herausfinden, und wer hat schon eine Antwort darauf?

## Der Gedankengang, Schritt für Schritt

1. Die erste These, in eigenen Worten.
2. Worauf sie beruht: ein Beispiel, eine Autorität, eine frühere These?
3. Was aus ihr folgt.

## Wörter, die der Text in einem eigenen Sinn gebraucht

- Das erste Wort, und wo der Text es erklärt.

## Was der Text offen lässt

Was möchte noch wissen, wer allem zustimmt?
`,
  critique: (cite) => `⟦Von welcher These handelt diese Arbeit? Ein Satz genügt.⟧

Jede Aussage über den Text trägt den Absatz, auf dem sie beruht, wie \`${cite}\`; was Sie wörtlich wiedergeben, steht in Anführungszeichen vor seinem Nachweis. Löschen Sie diese Zeile, wenn Sie sie gelesen haben.

## Die These, fair wiedergegeben

Geben Sie die These so wieder, dass ihr Verfasser sagen würde: Ja, das meine ich.

## Was an ihr richtig ist

Was ginge verloren, wenn man sie fallen ließe?

## Woran sie scheitert

1. Der Satz, dem Sie widersprechen, und sein Absatz.
2. Wovon dieser Satz abhängt.
3. Warum das fehlt oder falsch ist.

## Was der Verfasser antworten könnte

Geben Sie die beste Antwort, die Ihnen einfällt, nicht die erste.

## Was an ihre Stelle treten sollte

Wenn Sie recht haben: Was sollten Leser stattdessen annehmen?
`,
  questions: (cite) => `⟦Über welchen Teil des Textes sprechen wir, und was wollen wir am Ende wissen?⟧

Knüpfen Sie jede Frage an ihre Stelle, wie \`${cite}\`, damit alle dieselben Wörter vor sich haben. Löschen Sie diese Zeile, wenn Sie sie gelesen haben.

## Wörter

1. Was versteht der Text unter …?

## Fair wiedergegeben

2. Wie würden Sie … so sagen, dass der Verfasser zustimmt?

## Einwände

3. Was müsste gelten, damit … falsch wäre?

## Über den Text hinaus

4. Wo haben wir das selbst erlebt?
`,
};

export const german: WrittenLanguage = {
  tag: 'de',
  quotationMarks: { outer: ['„', '“'], inner: ['‚', '‘'] },
  listHeadings: { works: 'Zitierte Werke', passages: 'Zitierte Stellen' },
  ownTranslation: 'meine Übersetzung',
  citationPrefixes: ['siehe', 'siehe auch', 'vgl.', 'vgl. auch', 'z. B.', 'dagegen', 'zitiert in', 'nach'],
  templates: germanTemplates,
};
