import { z } from 'zod';
import { ComparedCheck, ComparedSection } from '@/lib/compare/comparison';
import { Before } from '@/lib/report/before';
import { thenAndNow } from '@/lib/show/then-and-now';
import { compare, comparedCheck, CompareQuery, type Comparison } from '../../verbs/compare';
import { defineRoute } from '../define-route';
import { LINK_HEADERS } from '../link-headers';
import { named } from '../named';
import { json, told } from '../output';

const ComparisonDocument = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('checks'),
    a: ComparedCheck,
    b: ComparedCheck,
    sections: z.array(ComparedSection),
  }),
  z.object({
    kind: z.literal('notice'),
    a: Before,
    b: ComparedCheck,
    then: z.string(),
    now: z.string(),
    says: z.string().describe('what follows from both'),
    sections: z.array(ComparedSection),
  }),
]);

function comparisonDocument(comparison: Comparison): z.infer<typeof ComparisonDocument> {
  if (comparison.kind === 'checks') return comparison;
  const { before, check, sections } = comparison;
  const { then, now, says } = thenAndNow(before, check);
  return { kind: 'notice', a: before, b: comparedCheck(check), then, now, says, sections };
}

export const compareRoute = defineRoute({
  method: 'GET',
  path: '/api/compare',
  summary: 'Two checks of one domain, or a bounce and a check of its recipient, by what differs',
  description:
    'Also while a check is under way: what it has not looked at yet is one-sided, and no difference.',
  input: { query: CompareQuery },
  output: told(
    comparisonDocument,
    json(named('Comparison', ComparisonDocument), { description: 'The comparison', headers: LINK_HEADERS }),
  ),
  problems: ['request-invalid', 'not-comparable', 'check-not-found', 'check-damaged', 'link-ended'],
  verb: compare,
});
