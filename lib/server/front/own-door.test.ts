import { expect, test } from 'vitest';
import { openDoor, ownDoor } from './own-door';

test('there is no door before it is opened; then it is of the loopback address, and leads to who answers', async () => {
  expect(() => ownDoor()).toThrow('does not serve yet');
  await openDoor((_, response) => response.end('drawn'));
  expect(ownDoor()).toMatch(/^http:\/\/(?:127\.0\.0\.1|\[::1\]):\d+$/);
  const answer = await fetch(ownDoor());
  expect(await answer.text()).toBe('drawn');
  // That it would end the connection some time after.
  expect(answer.headers.get('keep-alive')).toBeNull();
});
