import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  plugins: [vue()],
  resolve: {
    alias: {
      '@kontor/api': at('api/src/index.ts'),
      '@kontor/kit': at('kit/src/index.ts'),
      'vue-router': at('node_modules/vue-router/dist/vue-router.mjs'),
      'vue-i18n': at('node_modules/vue-i18n/dist/vue-i18n.mjs'),
      pinia: at('node_modules/pinia/dist/pinia.mjs'),
    },
    dedupe: ['vue'],
  },
  server: { fs: { allow: [at('..')] } },
  test: {
    environment: 'jsdom',
    include: ['build/*.spec.ts', '*/src/**/*.spec.ts', '../*/*/src/main/ui/**/*.spec.ts'],
    css: false,
  },
})
