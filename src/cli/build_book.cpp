#include "cli/build_book.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <optional>

#include "base/file_io.h"
#include "base/file_names.h"
#include "cli/finish_pdf.h"
#include "epub/package.h"
#include "layout/lay_out.h"
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

// What the command line wants of every PDF.
void set_finish(OutputSpec& output, const BuildOptions& build) {
  if (output.format != OutputFormat::pdf) return;
  if (build.compact) output.compact = true;
  if (build.sheet) output.sheets.sheet = build.sheet;
  if (!build.imposition) return;
  output.sheets.imposition = *build.imposition;
  if (!output.name.empty()) output.name += imposition_suffix(*build.imposition);
}

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
  for (OutputSpec& output : outputs) set_finish(output, build);
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
std::vector<fs::path> output_files(std::span<const PreparedOutput> outputs, const fs::path& stem) {
  std::vector<fs::path> files;
  for (const PreparedOutput& output : outputs) {
    const OutputSpec& spec = output.spec;
    const std::string extension = spec.format == OutputFormat::pdf ? ".pdf" : ".epub";
    fs::path base = spec.name.empty() ? stem : stem.parent_path() / safe_file_name(spec.name);
    if (spec.name.empty()) base += imposition_suffix(spec.sheets.imposition);
    fs::path file = base.string() + extension;
    const auto taken = [&] { return std::count(files.begin(), files.end(), file) > 0; };
    if (taken() && spec.format == OutputFormat::pdf) {
      file = fmt::format("{}-{}{}", base.string(), profile_name(spec.profile), extension);
    }
    for (int i = 2; taken(); ++i) file = fmt::format("{}-{}{}", base.string(), i, extension);
    files.push_back(file);
  }
  return files;
}

PagedBook make_pdf(const Book& book, const PreparedOutput& output, unsigned jobs,
                   const Workshop& workshop, std::string& bytes, BookResult& result) {
  PagedBook paged;
  {
    const StageTimer timer("lay out", result);
    paged = lay_out(book, output.sheet, workshop.fonts, {output.trim, output.spec.profile, jobs},
                    result.diagnostics);
  }
  {
    const StageTimer timer("pdf", result);
    bytes =
        write_pdf(paged, book, {output.spec.profile, jobs, output.spec.pdf_a}, result.diagnostics);
  }
  const StageTimer timer("finish", result);
  bytes = finish_pdf(std::move(bytes), paged, output.spec, result.diagnostics);
  return paged;
}

EpubImageLimits image_limits(const PictureLimits& limits) {
  return {limits.max_side, std::llround(limits.max_megapixels * 1e6)};
}

std::string make_epub(const Book& book, const PreparedOutput& output, std::vector<PageMark> marks,
                      unsigned jobs, const Workshop& workshop, BookResult& result) {
  const StageTimer timer("epub", result);
  EpubOptions options;
  options.css = output.sheet.for_epub();
  options.cover_picture = cover_picture(book, output.sheet, workshop.fonts, result.diagnostics);
  options.page_marks = std::move(marks);
  options.image_limits = image_limits(output.spec.pictures);
  options.ready_images = output.ready_images.get();
  options.jobs = jobs;
  return zip_package(build_package(book, options, result.diagnostics), book.info.modified);
}

}  // namespace

std::optional<EpubImageLimits> epub_image_limits(const Manifest& manifest,
                                                 const BuildOptions& build) {
  for (const OutputSpec& spec : wanted_outputs(manifest, build)) {
    if (spec.format == OutputFormat::epub) return image_limits(spec.pictures);
  }
  return std::nullopt;
}

std::vector<PreparedOutput> prepare_outputs(const Manifest& manifest, const Workshop& workshop,
                                            Diagnostics& diagnostics) {
  std::vector<PreparedOutput> prepared;
  std::map<fs::path, StyleSheet> opened;
  for (const OutputSpec& spec : wanted_outputs(manifest, workshop.build)) {
    const fs::path file = style_file(manifest, spec, workshop.build.style);
    auto sheet = opened.find(file);
    if (sheet == opened.end()) {
      sheet = opened.emplace(file, open_style(file, diagnostics)).first;
      workshop.fonts.add_font_faces(sheet->second.font_faces(), diagnostics);
    }
    prepared.push_back({spec, trim_of(spec, workshop.build.trim), sheet->second, {}});
  }
  return prepared;
}

std::string cover_picture(const Book& book, const StyleSheet& sheet, const FontLibrary& fonts,
                          Diagnostics& diagnostics) {
  const fs::path& given = book.info.cover;
  if (!given.empty()) {
    try {
      std::string bytes = read_file(given);
      const std::optional<ImageFault> fault = find_image_fault(bytes);
      if (!fault) return bytes;
      const Message reason = describe(*fault);
      diagnostics.lost({to_utf8(given), {}},
                       {"표지 그림을 읽을 수 없어 글자로 만든 표지를 씁니다: " + reason.ko,
                        "the cover cannot be read; a typeset one is used: " + reason.en});
    } catch (const Error& error) {
      diagnostics.lost({to_utf8(given), {}}, error.diagnostic().text);
    }
  }
  PageBitmap drawn = draw_page(lay_out_cover(book, sheet, fonts, kCoverTrim), kCoverWidthPixels);
  return encode_png({drawn.width, drawn.height, 3, std::move(drawn.rgb)});
}

void write_outputs(const Book& book, std::span<const PreparedOutput> outputs, const fs::path& stem,
                   unsigned jobs, const Workshop& workshop, BookResult& result) {
  const std::vector<fs::path> files = output_files(outputs, stem);
  std::vector<PageMark> marks;
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    std::string bytes;
    if (outputs[i].spec.format == OutputFormat::epub) {
      bytes = make_epub(book, outputs[i], marks, jobs, workshop, result);
    } else {
      const PagedBook paged = make_pdf(book, outputs[i], jobs, workshop, bytes, result);
      result.pages += paged.pages.size();
      if (marks.empty()) marks = page_marks(paged);
    }
    const StageTimer timer("write", result);
    write_file(files[i], bytes);
    result.files.push_back({files[i], bytes.size()});
  }
}

}  // namespace munjip
