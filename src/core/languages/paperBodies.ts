/** The built-in kinds of paper. Groups may have templates of their own besides. */
export const paperTemplates = ['blank', 'summary', 'critique', 'questions'] as const;
export type PaperTemplate = (typeof paperTemplates)[number];

/**
 * The bodies of the templates in one language. `cite` is an example citation. It is put into code, so that it does
 * not count as a citation and gives no findings. `⟦…⟧` marks the first gap to fill in.
 */
export type PaperBodies = Readonly<Record<Exclude<PaperTemplate, 'blank'>, (cite: string) => string>>;
