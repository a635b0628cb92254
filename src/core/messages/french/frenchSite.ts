import type { Catalogue } from '../message.ts';
import type { site } from '../english/siteMessages.ts';
import { countedInFrench } from './frenchWords.ts';

/** What stands on the web pages of a study, in French. */
export const frenchSite = {
  'site.skip': 'Aller au texte',
  'site.pages': 'Pages',
  'site.sources': 'Textes',
  'site.papers': 'Travaux',
  'site.glossary': 'Glossaire',
  'site.coverage': 'Couverture',
  'site.guide': 'Questions ouvertes',
  'site.works': 'Ouvrages cités',
  'site.search': 'Recherche',
  'site.titleOfStudy': 'Étude de {$titles}',
  'site.untitledStudy': 'Notre étude',
  'site.untitledPaper': 'Travail {$number}',
  'site.madeWith': 'Fait avec Pilcrow',
  'site.close': 'Fermer',

  'site.sections': 'Sections',
  'site.notesOfText': 'Notes du texte',
  'site.beforeSections': 'Avant la première section',
  'site.section': 'Section {$label}',
  'site.sharedGist':
    'Cette page dit en une ligne de quoi parle chaque paragraphe. Les mots sont dans votre exemplaire du texte.',
  'site.sharedNumbers':
    'Cette page donne les numéros des paragraphes. Les mots sont dans votre exemplaire du texte.',
  'site.wordCount': '{$count mot}',
  'site.onPlace': 'sur {$place}',
  'site.voicePapers': ({ count }) => countedInFrench(count, 'travail', 'travaux'),
  'site.voiceQuotations': '{$count citation}',
  'site.voiceQuestions': '{$count question}',
  'site.voiceNotes': '{$count note}',
  'site.quotedIn': 'Cité mot à mot',
  'site.askedIn': 'Demandé',
  'site.citedIn': 'Cité',
  'site.noted': 'Noté',
  'site.answers': 'Réponses',
  'site.resolved': 'réglé',

  'site.passagesCited': 'Passages cités',
  'site.footnotes': 'Notes',
  'site.abstract': 'Résumé',
  'site.backToText': 'Retour au texte, {$number}',

  'site.also': 'Aussi : {$names}',
  'site.seeAlso': 'Voir aussi',
  'site.inSource': 'Dans {$title}',
  'site.definedAt': 'Défini à',
  'site.usedIn': 'Employé dans',
  'site.toGlossary': 'Vers le glossaire',
  'site.toPassage': 'Vers le texte',
  'site.letters': 'Lettres',

  'site.coverageOf': 'Chaque case est un paragraphe : plus elle est pleine, plus les travaux le citent.',
  'site.legendNone': 'non discuté',
  'site.legendSection': 'cité avec toute sa section',
  'site.legendCited': 'cité une, deux, trois ou quatre fois, plus souvent',
  'site.legendQuoted': 'cité mot à mot',
  'site.legendNoted': 'porte une note',
  'site.asTable': 'En tableau',
  'site.paragraph': 'Paragraphe',
  'site.about': 'Sujet',
  'site.totals': ({ passages, discussed }) =>
    `${String(discussed)} ${discussed > 1 ? 'discutés' : 'discuté'} sur ${countedInFrench(passages, 'paragraphe')}`,
  'site.group': '{$discussed} sur {$all}',
  'site.counts': ({ citations, bySection, quotations, notes }) => {
    const own = citations - bySection;
    const parts = [
      ...(own > 0 ? [`cité ${timesInFrench(own)}`] : []),
      ...(bySection > 0 ? [`cité ${timesInFrench(bySection)} avec toute sa section`] : []),
      ...(quotations > 0 ? [`cité mot à mot ${timesInFrench(quotations)}`] : []),
      ...(notes > 0 ? [countedInFrench(notes, 'note')] : []),
    ];
    return parts.length > 0 ? parts.join(' ; ') : 'non discuté';
  },

  'site.guideOpening': ({ questions, papers }) =>
    `${countedInFrench(questions, 'question ouverte', 'questions ouvertes')}${papers > 0 ? ` de ${countedInFrench(papers, 'travail', 'travaux')}` : ''}, dans l’ordre du texte.`,
  'site.noQuestions': 'Personne ne demande encore rien.',
  'site.disputed': 'Mots en débat',
  'site.homeless': 'Sur aucun passage',
  'site.askedBy': 'Demandé dans',
  'site.askedInNote': 'Demandé dans une note',

  'site.workCitedIn': 'Cité dans',
  'site.noWorks': 'Les travaux ne citent encore aucun ouvrage.',
  'site.noPapers': 'Il n’y a pas encore de travaux.',
  'site.noTerms': 'Le glossaire n’a pas encore de mots.',
  'site.noSources': 'Il n’y a pas encore de texte.',

  'site.searchFor': 'Mots à chercher',
  'site.searchNeedsScript': 'La recherche a besoin de JavaScript, que ce navigateur n’exécute pas ici.',
  'site.searchEmpty':
    'Tapez un mot. Ce qui contient tous les mots que vous tapez est donné, le meilleur d’abord.',
  'site.searchNothing': 'Rien ici ne contient ces mots.',
  'site.searchFound': 'Trouvé : {0}',
  'site.searchFirst': 'Trouvé : {0}, dont voici les {1} premiers',
  'site.kindPassage': 'Texte',
  'site.kindPaper': 'Travail',
  'site.kindTerm': 'Glossaire',
  'site.kindQuestion': 'Question',
  'site.kindWork': 'Ouvrage',
} as const satisfies Pick<Catalogue, keyof typeof site>;

function timesInFrench(count: number): string {
  return count === 1 ? 'une fois' : `${String(count)} fois`;
}
