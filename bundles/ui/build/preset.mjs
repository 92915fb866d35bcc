import vue from '@vitejs/plugin-vue'
import { root } from './location.mjs'

/** What the import map gives to everybody; nothing else is shared, and nothing of it is built into a module. */
export const shared = ['vue', 'vue-router', 'pinia', 'vue-i18n', '@kontor/api', '@kontor/kit']

/** Flags of the shared libraries: no options API, no devtools, no message compiler by `eval`. */
export const flags = {
  __VUE_OPTIONS_API__: 'false',
  __VUE_PROD_DEVTOOLS__: 'false',
  __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  __VUE_I18N_FULL_INSTALL__: 'false',
  __VUE_I18N_LEGACY_API__: 'false',
  __INTLIFY_PROD_DEVTOOLS__: 'false',
  __INTLIFY_JIT_COMPILATION__: 'true',
  __INTLIFY_DROP_MESSAGE_COMPILER__: 'false',
  'process.env.NODE_ENV': '"production"',
}

/**
 * The Vite configuration of one part: ES modules for this year's browsers, hashed names, one style sheet, everything of
 * the import map left outside.
 */
export function configuration({ input, outDir, base, external = shared, alias = {} }) {
  return {
    root,
    base,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: flags,
    resolve: { alias },
    plugins: [vue()],
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      cssCodeSplit: false,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input,
        external,
        // The entry may export more than asked for: else it would be a file of one line that leads to the next.
        preserveEntrySignatures: 'allow-extension',
        output: {
          format: 'es',
          entryFileNames: '[name].[hash].js',
          chunkFileNames: '[name].[hash].js',
          assetFileNames: '[name].[hash][extname]',
        },
      },
    },
  }
}
