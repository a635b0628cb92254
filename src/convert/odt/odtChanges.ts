import type { XmlAttributes } from '../xml.ts';

interface OdtChange {
  isInsertion: boolean;
  /** What was deleted, its paragraphs on lines of their own. */
  text: string;
}

/** The tracked changes of an OpenDocument text (1.3, part 3, 5.5), which stand before it. */
export class OdtChanges {
  private readonly changes = new Map<string, OdtChange>();
  private change: OdtChange | undefined;
  private isInWords = false;

  get isEmpty(): boolean {
    return this.changes.size === 0;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'text:changed-region') {
      this.change = { isInsertion: false, text: '' };
      this.changes.set(attributes['text:id'] ?? attributes['xml:id'] ?? '', this.change);
    } else if (!this.change) return;
    else if (name === 'text:insertion') this.change.isInsertion = true;
    else if (name === 'office:change-info') this.isInWords = false;
    else if (name === 'text:p' || name === 'text:h') {
      if (this.change.text !== '') this.change.text += '\n';
      this.isInWords = true;
    } else if (/^text:(?:s|tab|line-break)$/.test(name)) this.change.text += ' ';
  }

  close(name: string): void {
    if (name === 'text:p' || name === 'text:h') this.isInWords = false;
  }

  text(text: string): void {
    if (this.change && this.isInWords) this.change.text += text.replace(/\s+/g, ' ');
  }

  isInsertion(id: string): boolean {
    return this.changes.get(id)?.isInsertion ?? false;
  }

  deletedText(id: string): string {
    return this.changes.get(id)?.text ?? '';
  }
}
