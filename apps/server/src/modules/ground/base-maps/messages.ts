/** Sentences of base maps: each refusal says what is wrong and what helps. */
import type { MessageTable } from "#platform/messages.ts";

export const baseMapMessages: MessageTable = {
  "base-maps.unknown": ["没有这份底图", "There is no such base map"],
  "base-maps.not_uploading": ["这份底图已经收下，要停用请撤回", "This base map was taken in; withdraw it instead"],
  "base-maps.ending": [
    "“{file}”不是底图：收 .pmtiles 瓦片文件，或道路、建筑、绿地、水系的 .geojson",
    "{file} is no base map: give a .pmtiles file, or roads, buildings, green and water as .geojson",
  ],
  "base-maps.geojson_too_large": [
    "GeoJSON 不超过 {limit}；更大的请先切成 PMTiles（如用 tippecanoe 或 QGIS）再导入",
    "A GeoJSON may have {limit}; cut larger ones into PMTiles first (tippecanoe, QGIS)",
  ],
  "base-maps.no_room": ["磁盘放不下：要 {wants}，只剩 {has}", "No room on the disk: {wants} needed, {has} left"],
  "base-maps.incomplete": ["文件还没传完：到了 {has} 字节，共 {wants}", "The file is not complete: {has} of {wants} bytes"],
  "base-maps.other_place": [
    "服务器已收到 {receivedBytes} 字节，请从那里接着传",
    "{receivedBytes} bytes are here already; go on from there",
  ],
  "base-maps.too_much": ["传来的比说好的 {wants} 字节多，请放弃后重传", "More than the stated {wants} bytes came; cancel and begin again"],
  "base-maps.busy": ["这份底图正在别处上传", "This base map is being uploaded elsewhere"],
  "base-maps.no_file": ["没有文件 {file}", "There is no file {file}"],
  "base-maps.not_pmtiles": [
    "这不是 PMTiles 文件（开头不对）。MBTiles 可用 pmtiles convert 转换",
    "This is no PMTiles file (its beginning is wrong). MBTiles can be converted with pmtiles convert",
  ],
  "base-maps.version": [
    "这是 PMTiles 第 {version} 版，只认第 3 版；可用 pmtiles convert 升级",
    "This is PMTiles version {version}, only version 3 is read; pmtiles convert upgrades it",
  ],
  "base-maps.truncated": [
    "文件不全：应有 {wants} 字节，只有 {has}。请重新下载或拷贝",
    "The file is cut off: {wants} bytes expected, {has} there. Download or copy it again",
  ],
  "base-maps.bad_directory": [
    "文件的瓦片目录读不通，可能已损坏。请重新生成或拷贝",
    "The tile directory cannot be read; the file may be damaged. Make or copy it again",
  ],
  "base-maps.bad_metadata": ["文件的说明（metadata）读不通", "The file's metadata cannot be read"],
  "base-maps.tile_kind": [
    "瓦片类型是 {kind}，地图画不了；要矢量 MVT，或 PNG、JPEG、WebP 影像",
    "The tiles are {kind}, which the map cannot draw; vector MVT, or PNG, JPEG, WebP are needed",
  ],
  "base-maps.tile_compression": [
    "瓦片按 {compression} 解不开，文件可能已损坏",
    "Tiles do not unpack as {compression}; the file may be damaged",
  ],
  "base-maps.tile_not_kind": ["瓦片的内容不是文件头说的 {kind}", "The tiles are not the {kind} the header says"],
  "base-maps.zooms": ["缩放级别 {minZoom}–{maxZoom} 不成立", "Zooms {minZoom}–{maxZoom} make no sense"],
  "base-maps.bounds": ["文件头的范围不成立：{bounds}", "The bounds in the header make no sense: {bounds}"],
  "base-maps.elsewhere": [
    "底图范围（{map}）不在本市（{city}）。请核对文件与坐标系",
    "The map's bounds ({map}) do not touch this city ({city}). Check the file and its coordinate system",
  ],
  "base-maps.no_tiles": ["本市范围（{city}）内没有一片瓦片", "There is not one tile over this city ({city})"],
  "base-maps.not_json": ["不是能读的 JSON 文件", "This JSON cannot be read"],
  "base-maps.not_collection": ["不是 GeoJSON 的 FeatureCollection", "This is no GeoJSON FeatureCollection"],
  "base-maps.nothing_to_draw": [
    "{left} 个要素里没有一个能画成底图：要经纬度（度）的线或面，坐标不是投影米制",
    "None of {left} features can be drawn: lines or areas in degrees of longitude and latitude are needed, not metres",
  ],
  "base-maps.cannot_cut": [
    "这份 GeoJSON 太大，切不完；请先切成 PMTiles 再导入",
    "This GeoJSON is too much to cut; cut it into PMTiles first",
  ],
};
