import { languageOf } from '../core/blocks.ts';
import type { Message } from '../core/messages.ts';
import { type CitationStyle, formatCitations, styleChoice, type StyleProblem } from '../core/styles.ts';
import type { Paper, Study } from '../core/study.ts';
import type { FormatWorks } from '../publish/manuscript.ts';
import type { SiteStyles } from '../publish/site.ts';
import { loadCitationStyle, type PaperJob, wantedStyle } from './citationStyles.ts';

/** A study whose styles are wanted. */
export interface StylesJob extends Omit<PaperJob, 'paper'> {
  readonly study: Study;
  /** The language of the pages. */
  readonly lang: string;
}

/** The styles of a site, and why a paper is not set in its own. */
export interface LoadedStyles {
  readonly styles: SiteStyles;
  readonly problems: readonly { readonly paper: Paper; readonly message: Message }[];
}

/**
 * Loads the citation styles of a study. A paper whose own style cannot be used is set in that of the study; a problem where that, or
 * the one that a person asks for, cannot be used.
 */
export async function loadSiteStyles(job: StylesJob): Promise<LoadedStyles | StyleProblem> {
  const { study, lang } = job;
  const usual = await usualStyle(job);
  if ('problem' in usual) return usual;
  const problems: { paper: Paper; message: Message }[] = [];
  const ofPapers = new Map<Paper, FormatWorks>();
  const loaded = new Map<string, ReturnType<typeof loadCitationStyle>>();
  for (const paper of study.papers) {
    const wanted = wantedStyle({ ...job, paper });
    const name = JSON.stringify(wanted);
    const loading = loaded.get(name) ?? loadCitationStyle(job.packageRoot, wanted);
    loaded.set(name, loading);
    const style = await loading;
    if ('problem' in style) problems.push({ paper, message: style.problem });
    else ofPapers.set(paper, formatIn(style, languageOf(paper.document)));
  }
  const ofWorks = formatIn(usual, lang);
  const prose = usual.sheet.isNoteStyle ? await inTextStyle(job) : usual;
  const styles = {
    ofPaper: (paper: Paper) => ofPapers.get(paper) ?? ofWorks,
    ofWorks,
    ofProse: formatIn('problem' in prose ? usual : prose, undefined),
  };
  return { styles, problems };
}

function usualStyle({
  study,
  root,
  packageRoot,
  style,
  lang,
}: StylesJob): ReturnType<typeof loadCitationStyle> {
  return loadCitationStyle(packageRoot, {
    choice: styleChoice(style?.name, undefined, study.configuration.csl),
    language: lang,
    place: style ? { folder: style.folder } : { folder: root, within: root },
  });
}

/** The style where nothing is said: it sets citations in the text. */
function inTextStyle({ root, packageRoot, lang }: StylesJob): ReturnType<typeof loadCitationStyle> {
  const choice = styleChoice(undefined, undefined, undefined);
  return loadCitationStyle(packageRoot, { choice, language: lang, place: { folder: root } });
}

/** @param own the language of what is set; where it is undefined, that in which its citations stand */
function formatIn(style: CitationStyle, own: string | undefined): FormatWorks {
  return (works, groups, lang) => formatCitations(works, groups, style, own ?? lang);
}
