/** A code to be scanned, drawn as SVG so that it prints sharp. */
import { QRCode } from "antd";
import { AntdScope } from "./scope.tsx";

export default function QrCode({ value, size = 220 }: { readonly value: string; readonly size?: number }) {
  return (
    <AntdScope>
      <QRCode type="svg" value={value} size={size} errorLevel="M" bordered={false} color="#000" bgColor="#fff" />
    </AntdScope>
  );
}
