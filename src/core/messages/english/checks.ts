/** What is wrong with what somebody wrote. */
export const checks = {
  'checks.unknown': ({ id }: { id: string }) => `There is no check “${id}”.`,
};
