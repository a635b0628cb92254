import type { PaperBodies } from './paperBodies.ts';
import type { WrittenLanguage } from './writtenLanguage.ts';

const spanishTemplates: PaperBodies = {
  summary: (cite) => `⟦¿De qué trata el texto y qué quiere mostrar? Dígalo en tres frases.⟧

Toda afirmación sobre el texto lleva el párrafo en que se apoya, como \`${cite}\`. Borre esta línea cuando la haya leído.

## La pregunta

¿Qué busca el autor, y quién más le ha dado respuesta?

## El argumento, paso a paso

1. La primera tesis, con sus propias palabras.
2. ¿En qué se apoya: un ejemplo, una autoridad, una tesis anterior?
3. Lo que se sigue de ella.

## Palabras que el texto usa en un sentido propio

- La primera palabra, y dónde la explica el texto.

## Lo que el texto deja abierto

¿Qué querría saber todavía un lector que está de acuerdo con todo?
`,
  critique: (cite) => `⟦¿De qué tesis trata este trabajo? Dígalo en una frase.⟧

Toda afirmación sobre el texto lleva el párrafo en que se apoya, como \`${cite}\`; lo que cita va entre comillas, antes de su referencia. Borre esta línea cuando la haya leído.

## Una reformulación justa

Exponga la tesis de modo que su autor diga: sí, eso quiero decir.

## Lo que tiene de cierto

¿Qué se perdería sin la tesis?

## Dónde falla

1. La frase que discute, y su párrafo.
2. De qué depende esa frase.
3. Por qué eso falta, o es falso.

## Lo que el autor podría responder

Dé la mejor respuesta que encuentre, no la primera.

## Lo que debería ocupar su lugar

Si tiene usted razón, ¿qué deberían creer los lectores?
`,
  questions: (cite) => `⟦¿De qué parte del texto hablamos, y qué queremos saber al volver a casa?⟧

Una cada pregunta a su pasaje, como \`${cite}\`, para que todos miren las mismas palabras. Borre esta línea cuando la haya leído.

## Palabras

1. ¿Qué entiende el texto por …?

## Reformulaciones justas

2. ¿Cómo diría … para que su autor lo aceptara?

## Objeciones

3. ¿Qué tendría que ser cierto para que … fuera falso?

## Más allá del texto

4. ¿Dónde lo hemos visto nosotros?
`,
};

export const spanish: WrittenLanguage = {
  tag: 'es',
  quotationMarks: { outer: ['«', '»'], inner: ['‘', '’'] },
  listHeadings: { works: 'Obras citadas', passages: 'Pasajes citados' },
  ownTranslation: 'mi traducción',
  citationPrefixes: [
    'véase',
    'véase también',
    'cf.',
    'comp.',
    'p. ej.',
    'pero véase',
    'contra',
    'citado en',
    'según',
  ],
  templates: spanishTemplates,
};
