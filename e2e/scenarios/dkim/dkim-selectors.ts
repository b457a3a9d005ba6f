import { publishes } from '../publishes';
import { finding } from '../scenario';

const origin = 'dkim-selectors.test';

export default publishes('dkim-selectors', {
  about: 'DKIM keys of every kind that is fine, and two records at one name',
  records: [
    'good2048._domainkey TXT "v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA3bKM2fsxoSgnMvWpeH8UcvOuiUAAezaXw4M0AX6xp2g/CF+TJ6aC+WPEeOmDrNbJ/G3uIbp+gxRGcukHiK9QmNPqGO+D8xYvDZHB1unwPo6H8sFdR6uJjifDwFyUi64XUCb7T9bflL08MkYHsIe" "J2p7oc633ld1JLKs6zZJT8FKcgM2/5aGhV5cGSOKg/E5t3zLTpnu7EFaycHF1BnvE5d4PbkX9dgedd9qif0nqlXWI6FdZ8CNttldU9SDmzhYlxrPe9UbMI34GrNWDoRpjloe/euyBdOkdQQr/+3I0uGwnkzIlhTj9xlPZWlOa7x6faK9BrJ8ATziZA+FjjYmuiQIDAQAB"',
    'ed._domainkey TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="',
    'testing._domainkey TXT "v=DKIM1; t=y; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="',
    'alias._domainkey CNAME ed._domainkey',
    'two._domainkey TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="',
    'two._domainkey TXT "v=DKIM1; k=ed25519; p="',
  ],
  selectors: ['good2048', 'ed', 'testing', 'alias', 'two'],
  must: [finding('dkim.invalid', { name: `two._domainkey.${origin}`, what: 'several' })],
  mustNot: ['dkim.none', 'dkim.weak', 'dkim.revoked'],
});
