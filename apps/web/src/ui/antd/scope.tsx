/** Ant Design, dressed in the tokens. Only lazily loaded controls import it; the shell never does. */
import { theme as antdTheme, ConfigProvider } from "antd";
import en from "antd/locale/en_US";
import zh from "antd/locale/zh_CN";
import type { ReactNode } from "react";
import { useTheme } from "../../app/theme/preferences.ts";
import { tokens } from "../../app/theme/theme.ts";
import { getLanguage } from "../../lib/i18n.ts";

export function AntdScope({ children }: { readonly children: ReactNode }) {
  const dark = useTheme() !== "light";
  const { token, components } = dark ? tokens.antd.dark : tokens.antd.light;
  return (
    <ConfigProvider
      locale={getLanguage() === "zh" ? zh : en}
      theme={{ algorithm: dark ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm, token, components, cssVar: {} }}
    >
      {children}
    </ConfigProvider>
  );
}
