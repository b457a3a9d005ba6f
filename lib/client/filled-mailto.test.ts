import { expect, test } from 'vitest';
import { filledMailto } from './filled-mailto';

const LINK = 'mailto:postmaster@example.org';

test.each([[''], ['Not found'], ['Subject: only'], ['From: a\n\nb'], ['<html>\n\n</html>']])(
  '%j is no mail: the link stays',
  (mail) => expect(filledMailto(LINK, mail)).toBe(LINK),
);

test('RFC 6068: subject and body, escaped', () =>
  expect(filledMailto(LINK, 'Subject: a & b?\n\nHello,\n\n50 % = "half"\n')).toBe(
    `${LINK}?subject=a%20%26%20b%3F&body=Hello%2C%0D%0A%0D%0A50%20%25%20%3D%20%22half%22%0D%0A`,
  ));
