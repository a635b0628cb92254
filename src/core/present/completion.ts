/** Completes keys, locators, terms and quotations. */
export {
  completionAt,
  type CompletionItem,
  type CompletionSubject,
  documentationOf,
} from './completion/completionAt.ts';
