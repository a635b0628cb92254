import type { PaperBodies } from './paperBodies.ts';
import type { WrittenLanguage } from './writtenLanguage.ts';

const frenchTemplates: PaperBodies = {
  summary: (cite) => `⟦De quoi parle le texte, et que veut-il montrer ? Dites-le en trois phrases.⟧

Toute affirmation sur le texte porte le paragraphe sur lequel elle s’appuie, comme \`${cite}\`. Effacez cette ligne après l’avoir lue.

## La question

Que cherche l’auteur, et qui d’autre y a répondu ?

## L’argument, pas à pas

1. La première thèse, dans vos propres mots.
2. Sur quoi s’appuie-t-elle : un exemple, une autorité, une thèse antérieure ?
3. Ce qui en découle.

## Les mots que le texte emploie dans un sens à lui

- Le premier mot, et l’endroit où le texte l’explique.

## Ce que le texte laisse ouvert

Que voudrait encore savoir un lecteur qui est d’accord avec tout ?
`,
  critique: (cite) => `⟦De quelle thèse parle ce travail ? Dites-le en une phrase.⟧

Toute affirmation sur le texte porte le paragraphe sur lequel elle s’appuie, comme \`${cite}\` ; ce que vous citez mot à mot se met entre guillemets, avant sa référence. Effacez cette ligne après l’avoir lue.

## Une reformulation juste

Formulez la thèse de telle sorte que son auteur dirait : oui, c’est ce que je veux dire.

## Ce qui est juste

Que perdrait-on en abandonnant la thèse ?

## Où elle échoue

1. La phrase que vous contestez, et son paragraphe.
2. Ce dont dépend cette phrase.
3. Pourquoi cela manque, ou est faux.

## Ce que l’auteur pourrait répondre

Donnez la meilleure réponse que vous trouviez, non la première.

## Ce qu’il faudrait mettre à la place

Si vous avez raison, que devraient croire les lecteurs ?
`,
  questions: (cite) => `⟦De quelle partie du texte parlons-nous, et que voulons-nous savoir en rentrant ?⟧

Rattachez chaque question à son passage, comme \`${cite}\`, pour que chacun regarde les mêmes mots. Effacez cette ligne après l’avoir lue.

## Les mots

1. Qu’entend le texte par … ?

## Reformulations justes

2. Comment diriez-vous … pour que son auteur l’accepte ?

## Objections

3. Que faudrait-il pour que … soit faux ?

## Au-delà du texte

4. Où l’avons-nous vu nous-mêmes ?
`,
};

export const french: WrittenLanguage = {
  tag: 'fr',
  quotationMarks: { outer: ['«\u202F', '\u202F»'], inner: ['‘', '’'] },
  listHeadings: { works: 'Ouvrages cités', passages: 'Passages cités' },
  ownTranslation: 'ma traduction',
  citationPrefixes: [
    'voir',
    'voir aussi',
    'cf.',
    'comparer',
    'p. ex.',
    'mais voir',
    'contre',
    'cité dans',
    'selon',
  ],
  templates: frenchTemplates,
};
