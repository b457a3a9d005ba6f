import type { CheckPlan } from '@/lib/check/plan';
import { emptyReport } from '@/lib/report/empty-report';
import { type CheckRecord, createRecord } from '@/lib/report/record';
import { RULES_VERSION, SCHEMA_VERSION } from '@/lib/report/versions';
import { targetView } from '@/lib/target/target';

/** The record of a check that nobody keeps. */
export function newRecord({ target, options, vantage }: CheckPlan): CheckRecord {
  const versions = { schema: SCHEMA_VERSION, rules: RULES_VERSION };
  return createRecord(
    emptyReport({ id: '', target: targetView(target), options, vantage, startedAt: '', versions }),
  );
}
