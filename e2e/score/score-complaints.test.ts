import { expect, test } from 'vitest';
import { sampleFolder } from './sample-folder';
import { scoreComplaints } from './score-complaints';

const REPORT = `From: fbl@isp.example
To: abuse@sender.example
Subject: complaint
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="b"

--b
Content-Type: text/plain

This is an email abuse report.

--b
Content-Type: message/feedback-report

Feedback-Type: auth-failure
User-Agent: Agent/1.0
Version: 1
Source-IP: 192.0.2.1 (mx.sender.example)
Original-Rcpt-To: Bob@isp.example
Arrival-Date: Thu, 29 Apr 2015 23:34:45 +0000

--b--
`;
const ROW = {
  file: 'messages/a.eml',
  expected: [{ recipient: 'bob@isp.example', recipient_agreed: true, feedback_type: 'auth-failure' }],
  stated_report: { 'feedback-type': 'auth-failure', 'user-agent': 'Agent/1.0', version: '1' },
};

async function figuresOf(row: object, message = REPORT) {
  const folder = sampleFolder({ 'cases/expected.jsonl': [row], 'cases/messages/a.eml': message });
  return (await scoreComplaints(folder)).figures;
}

test.each([
  ['as it stands', {}, { right: 1, type: 1, fields: 1, toolRecipients: 1 }],
  ['another type', { expected: [{ feedback_type: 'abuse' }] }, { right: 0, type: 0 }],
  ['the type is a field as well', { expected: [] }, { right: 1, type: 1 }],
  ['another field', { stated_report: { version: '2' } }, { right: 0, fields: 0 }],
  ['a field that comes twice', { stated_report: { version: ['1', '2'] } }, { right: 0, fields: 0 }],
  [
    'fields in the spelling of another reader; a message in pieces is none',
    {
      asserted_fields: {
        feedback_type: 'AuthFailure',
        source_ip: '192.0.2.1',
        incidents: 1,
        arrival_date: 1430350485,
        message: 'x',
        headers: [['a', 'b']],
      },
    },
    { right: 1, asserted: 1 },
  ],
  ['another field of another reader', { asserted_fields: { incidents: 2 } }, { right: 0, asserted: 0 }],
])('%s', async (_, change, figures) => {
  expect(await figuresOf({ ...ROW, ...change })).toMatchObject(figures);
});

test('a letter is no complaint', async () => {
  expect(await figuresOf(ROW, 'Subject: Lunch\n\nAt noon?\n')).toMatchObject({
    right: 0,
    type: 0,
    fields: 0,
  });
});
