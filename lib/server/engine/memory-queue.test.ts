import { describe } from 'vitest';
import { createMemoryQueue } from './memory-queue';
import { queueContract } from './queue-contract';

describe('a queue in memory', () => queueContract(createMemoryQueue));
