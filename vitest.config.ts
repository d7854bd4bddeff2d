import { defineConfig } from 'vitest/config'

const minute = 60_000

// Two workers: the machines this runs on have two cores and share them with a database or a browser.
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'tests/architecture/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.db.test.ts'],
          // Against what never ends; a slow machine is no failure.
          testTimeout: minute,
          hookTimeout: minute,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: [
            'src/**/*.db.test.ts',
            'tests/{races,permissions,clauses}/**/*.test.ts',
            'tests/support/**/*.test.ts',
          ],
          globalSetup: ['tests/support/database-server.ts'],
          testTimeout: 10 * minute,
          hookTimeout: 3 * minute,
        },
      },
      {
        extends: true,
        test: {
          name: 'crash',
          include: ['tests/crash/**/*.test.ts'],
          globalSetup: ['tests/support/built.ts'],
          // Crashes are timed: one program at a time.
          fileParallelism: false,
          testTimeout: 10 * minute,
          hookTimeout: 5 * minute,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: ['tests/support/built.ts', 'tests/support/demo-copies.ts'],
          fileParallelism: false,
          testTimeout: 10 * minute,
          hookTimeout: 30 * minute,
        },
      },
    ],
  },
})
