#include "cli/build_book.h"

#include <algorithm>
#include <chrono>

#include "base/file_io.h"
#include "cli/file_names.h"
#include "epub/package.h"
#include "layout/lay_out.h"
#include "media/image.h"
#include "pdf/write_pdf.h"

namespace munjip {

namespace fs = std::filesystem;

namespace {

// A typeset cover for screens and stores: 2:3, drawn 1600 x 2400 pixels.
constexpr int kCoverWidthPixels = 1600;
const Size kCoverTrim{Length::mm(152), Length::mm(228)};

// Adds the time of its scope to a result.
class StageTimer {
 public:
  StageTimer(std::string stage, BookResult& result) : stage_(std::move(stage)), result_(result) {}
  StageTimer(const StageTimer&) = delete;
  StageTimer& operator=(const StageTimer&) = delete;
  ~StageTimer() {
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start_;
    result_.times.push_back({std::move(stage_), taken.count()});
  }

 private:
  std::string stage_;
  BookResult& result_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

std::vector<OutputSpec> wanted_outputs(const Manifest& manifest, const BuildOptions& build) {
  std::vector<OutputSpec> outputs;
  for (const OutputSpec& output : manifest.outputs) {
    const bool is_wanted =
        build.formats.empty() ||
        std::count(build.formats.begin(), build.formats.end(), output.format) > 0;
    if (is_wanted) outputs.push_back(output);
  }
  for (const OutputFormat format : build.formats) {
    const bool is_there =
        std::any_of(outputs.begin(), outputs.end(),
                    [&](const OutputSpec& output) { return output.format == format; });
    if (!is_there) outputs.emplace_back().format = format;
  }
  // PDFs first: the EPUB's page list names the first PDF's pages.
  std::stable_sort(outputs.begin(), outputs.end(),
                   [](const OutputSpec& a, const OutputSpec& b) { return a.format < b.format; });
  return outputs;
}

std::string_view profile_name(PdfProfile profile) {
  switch (profile) {
    case PdfProfile::screen:
      return "screen";
    case PdfProfile::print:
      return "print";
    case PdfProfile::handout:
      return "handout";
  }
  return "";
}

// Where each output goes: its own name or the book's, told apart by profile and then by number.
std::vector<fs::path> output_files(const std::vector<OutputSpec>& outputs, const fs::path& stem) {
  std::vector<fs::path> files;
  for (const OutputSpec& output : outputs) {
    const std::string extension = output.format == OutputFormat::pdf ? ".pdf" : ".epub";
    const fs::path base =
        output.name.empty() ? stem : stem.parent_path() / safe_file_name(output.name);
    fs::path file = base.string() + extension;
    const auto taken = [&] { return std::count(files.begin(), files.end(), file) > 0; };
    if (taken() && output.format == OutputFormat::pdf)
      file = fmt::format("{}-{}{}", base.string(), profile_name(output.profile), extension);
    for (int i = 2; taken(); ++i) file = fmt::format("{}-{}{}", base.string(), i, extension);
    files.push_back(file);
  }
  return files;
}

void write_output(const fs::path& file, const std::string& bytes, BookResult& result) {
  const StageTimer timer("write", result);
  write_file(file, bytes);
  result.files.push_back({file, bytes.size()});
}

PagedBook make_pdf(const OpenedBook& opened, const OutputSpec& output, const fs::path& file,
                   unsigned jobs, const Workshop& workshop, BookResult& result) {
  const StyleSheet sheet =
      open_style(opened.manifest, output, workshop.build.style, result.diagnostics);
  workshop.fonts.add_font_faces(sheet.font_faces(), result.diagnostics);
  PagedBook paged;
  {
    const StageTimer timer("lay out", result);
    paged =
        lay_out(opened.book, sheet, workshop.fonts,
                {trim_of(output, workshop.build.trim), output.profile, jobs}, result.diagnostics);
  }
  std::string bytes;
  {
    const StageTimer timer("pdf", result);
    bytes = write_pdf(paged, opened.book, {output.profile, jobs}, result.diagnostics);
  }
  write_output(file, bytes, result);
  return paged;
}

void make_epub(const OpenedBook& opened, const OutputSpec& output, const fs::path& file,
               std::vector<PageMark> marks, unsigned jobs, const Workshop& workshop,
               BookResult& result) {
  std::string bytes;
  {
    const StageTimer timer("epub", result);
    const StyleSheet sheet =
        open_style(opened.manifest, output, workshop.build.style, result.diagnostics);
    workshop.fonts.add_font_faces(sheet.font_faces(), result.diagnostics);
    EpubOptions options;
    options.css = sheet.for_epub();
    options.cover_picture = cover_picture(opened, sheet, workshop.fonts, result.diagnostics);
    options.page_marks = std::move(marks);
    options.jobs = jobs;
    bytes = zip_package(build_package(opened.book, options, result.diagnostics),
                        opened.book.info.modified);
  }
  write_output(file, bytes, result);
}

}  // namespace

std::string cover_picture(const OpenedBook& opened, const StyleSheet& sheet,
                          const FontLibrary& fonts, Diagnostics& diagnostics) {
  const fs::path& given = opened.book.info.cover;
  if (!given.empty()) {
    try {
      std::string bytes = read_file(given);
      if (probe_image(bytes)) return bytes;
      diagnostics.lost({to_utf8(given), {}},
                       message("표지 그림을 읽을 수 없어 글자로 만든 표지를 씁니다",
                               "the cover is not a readable picture; a typeset one is used"));
    } catch (const Error& error) {
      diagnostics.add(error.diagnostic());
    }
  }
  PageBitmap drawn =
      draw_page(lay_out_cover(opened.book, sheet, fonts, kCoverTrim), kCoverWidthPixels);
  return encode_png({drawn.width, drawn.height, 3, std::move(drawn.rgb)});
}

void write_outputs(const OpenedBook& opened, const fs::path& stem, unsigned jobs,
                   const Workshop& workshop, BookResult& result) {
  const std::vector<OutputSpec> outputs = wanted_outputs(opened.manifest, workshop.build);
  const std::vector<fs::path> files = output_files(outputs, stem);
  std::vector<PageMark> marks;
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    if (outputs[i].format == OutputFormat::epub) {
      make_epub(opened, outputs[i], files[i], marks, jobs, workshop, result);
      continue;
    }
    const PagedBook paged = make_pdf(opened, outputs[i], files[i], jobs, workshop, result);
    result.pages += paged.pages.size();
    if (marks.empty()) marks = page_marks(paged);
  }
}

}  // namespace munjip
