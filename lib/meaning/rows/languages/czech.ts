import { spoken } from './spoken';

export const CZECH = spoken('czech', {
  blocked: { patterns: ['cerne listine', 'cernem seznamu'], example: '554 Vaše IP je na černé listině' },
  'spam-content': { patterns: ['nevyzadan'], example: '550 Nevyžádaná zpráva' },
  'mailbox-full': { patterns: ['schranka .{0,30}(?:plna|preplnen)'], example: '552 Schránka je plná' },
  'mailbox-unknown': {
    patterns: ['(?:uzivatel|schranka|adresa|prijemce)\\w* .{0,40}(?:neexistuje|neznam|nenalezen)'],
    example: '550 Uživatel neexistuje',
  },
  'system-error': { patterns: ['zkuste .{0,20}pozdeji'], example: '451 Zkuste to později' },
  policy: { patterns: ['odmitnut'], example: '550 Odmítnuto' },
});
