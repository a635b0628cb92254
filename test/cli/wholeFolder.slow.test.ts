import { checkInvariants } from '../bench/support/invariants.ts';

describe('checking a whole study folder', function () {
  this.timeout(120_000);

  it('finds the same in every way of doing it, and works no more than there is to do', async () => {
    await checkInvariants();
  });
});
