import type { Rule } from 'eslint';

export const foreignNames: Rule.RuleModule;
