import type { Locator } from 'playwright-core';

/** Whether an element shows within five seconds, after which what should make it show is done again. */
export function showsSoon(element: Locator): Promise<boolean> {
  return element.waitFor({ timeout: 5000 }).then(
    () => true,
    () => false,
  );
}
