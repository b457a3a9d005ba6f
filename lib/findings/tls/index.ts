import type { Topic } from '../topic';
import { catalogue } from './catalogue';
import { certificates } from './certificate';
import { largeHello } from './large-hello';
import { nextCertificate } from './next-certificate';
import { aroundStarttls } from './starttls';
import { encryption } from './state';

export const tls: Topic = {
  heading: 'Encryption',
  catalogue,
  rules: [encryption, largeHello, certificates, nextCertificate, aroundStarttls],
};
