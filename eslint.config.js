import tseslint from 'typescript-eslint'

// Typed rules where a silent mistake would cost an act or a fen: promises, non-null claims, any.
export default tseslint.config(
  { ignores: ['build/**', 'node_modules/**', '.qingnuan/**', 'scripts/**', '*.config.*'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': 'off',
      'no-console': 'error',
    },
  },
  { files: ['bench/**', 'src/server/**', 'tests/**'], rules: { 'no-console': 'off' } },
)
