import { messageOf } from '../../core/messages.ts';
import { isoDate, type Item } from '../blocks.ts';

/**
 * What a page says of its text before it begins, a line each: `Written: …`, `Source: …`, `Transcription: …`, as archives on the
 * web have it, in the languages that they have most. Words before the colon may say more: `First published`, `HTML markup`.
 */
const knownLabels = new RegExp(
  String.raw`(?:^|[\s/(])(?:` +
    'written|delivered|spoken|published|printed|publication|publisher|source|original|translat(?:ed|ion|or)|transcri(?:bed|ption|ber)|mark-?up|proofread(?:ing|er)?|online version|public domain|copyleft|copyright|date|author' +
    '|geschrieben|verfasst|(?:erst)?veröffentlicht|(?:erst)?veröffentlichung|quelle|übersetz(?:t|ung|er)|transkription|html-markierung|kopiert aus' +
    '|écrit|rédigé|publi(?:é|cation)|parution|traduction|traduit|transcription|numérisation' +
    '|escrito|publicado|fuente|traducción|traducido|digitalización|transcripción|publicación' +
    '|scritto|pubblicato|fonte|traduzione|trascrizione|tradução|transcrição|publicação' +
    '|написано|опубликовано|источник|перевод' +
    String.raw`)(?:$|[\s/),;])`,
  'u',
);
const publishingLabel = /publi|print|parution|veröffentlich|опубликовано/u;
const writingLabel = /writ|deliver|spoken|date|geschrieben|verfasst|écrit|rédigé|escrito|scritto|написано/u;

interface LabelledLine {
  readonly label: string;
  readonly value: string;
}

/**
 * Takes the paragraphs of such lines out of the first items of a text.
 * @returns when the text was published, or else written, as they say
 */
export function takeInformation(items: readonly Item[]): string | undefined {
  const taken = items.flatMap((item) => {
    const lines = item.kind === 'paragraph' ? labelledLines(item.text) : [];
    if (lines.length === 0) return [];
    item.kind = 'furniture';
    item.why = messageOf('importing.credits');
    return lines;
  });
  const dateOf = (kind: RegExp): string | undefined =>
    taken
      .filter(({ label }) => kind.test(label))
      .map(({ value }) => isoDate(value) ?? /.*(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)/su.exec(value)?.[1])
      .find((date) => date !== undefined);
  return dateOf(publishingLabel) ?? dateOf(writingLabel);
}

/** The lines of a paragraph if each has a label, and most have one that is known; a single line is words. */
function labelledLines(text: string): LabelledLine[] {
  const lines = text.split('\n').flatMap((line): LabelledLine[] => {
    const [, label, value = ''] = /^([^:\n]{2,40}?)\s*:\s*(\S.*)$/u.exec(line.trim()) ?? [];
    return label === undefined ? [] : [{ label: label.toLowerCase(), value }];
  });
  const count = text.split('\n').filter((line) => line.trim() !== '').length;
  const known = lines.filter(({ label }) => knownLabels.test(label));
  return lines.length > 1 && lines.length === count && known.length > count / 2 ? lines : [];
}
