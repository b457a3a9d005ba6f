import type { Topic } from '../topic';
import { altered } from './altered';
import { authInTheClear } from './auth-in-the-clear';
import { catalogue } from './catalogue';
import { heloOnly } from './helo-only';
import { longReplies } from './long';
import { bareLineFeeds } from './odd';
import { outOfStep } from './out-of-step';
import { sessionOutcomes } from './sessions';
import { slowReplies, slowSessions } from './slow';

export const smtp: Topic = {
  heading: 'The SMTP dialogue',
  catalogue,
  rules: [
    sessionOutcomes,
    altered,
    authInTheClear,
    outOfStep,
    bareLineFeeds,
    longReplies,
    slowReplies,
    slowSessions,
    heloOnly,
  ],
};
